/** What we use of pdfmake. Its published types bring the DOM into the server. */
declare module 'pdfmake' {
  export interface Style {
    font?: string;
    fontSize?: number;
    bold?: boolean;
    color?: string;
    alignment?: 'left' | 'center' | 'right' | 'justify';
    lineHeight?: number;
    leadingIndent?: number;
    wordBreak?: 'break-all';
    margin?: number | [number, number] | [number, number, number, number];
    width?: number | string;
    colSpan?: number;
    unbreakable?: boolean;
    headlineLevel?: number;
    pageBreak?: 'before' | 'after';
    relativePosition?: { x: number; y: number };
  }
  export interface Layout {
    hLineWidth?: (row: number, node: { table: { body: unknown[] } }) => number;
    vLineWidth?: (column: number, node: { table: { widths: unknown[] } }) => number;
    hLineColor?: () => string;
    vLineColor?: () => string;
    paddingTop?: () => number;
    paddingBottom?: () => number;
    paddingLeft?: () => number;
    paddingRight?: () => number;
  }
  export type Inline = Style & { text: string };
  export type Content =
    | (Style & { text: string | Inline[] })
    | (Style & { stack: Content[] })
    | (Style & { columns: Content[]; columnGap?: number })
    | (Style & {
        table: { widths: (number | string)[]; heights?: number; headerRows?: number; body: Content[][] };
        layout?: Layout | string;
      })
    | (Style & { qr: string; fit: number; eccLevel: 'L' | 'M' | 'Q' | 'H' })
    | (Style & { image: string; fit: [number, number] })
    | (Style & { canvas: Record<string, unknown>[] });
  export interface Definition {
    pageSize: 'A4';
    pageOrientation?: 'portrait' | 'landscape';
    pageMargins: [number, number, number, number];
    defaultStyle: Style;
    info: Record<string, string | Date>;
    language: string;
    header: (page: number, pages: number) => Content;
    footer: (page: number, pages: number) => Content;
    watermark?: {
      text: string;
      font: string;
      bold: boolean;
      opacity: number;
      color: string;
      fontSize?: number;
    };
    content: Content[];
    pageBreakBefore?: (node: { headlineLevel?: number; startPosition: { verticalRatio: number } }) => boolean;
  }
  interface Pdfmake {
    readonly virtualfs: { writeFileSync(name: string, bytes: Buffer): void };
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}
