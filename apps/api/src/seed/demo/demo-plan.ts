/** One coloured area of a page: where its lower left corner is and how large it is, in points, its colour and its words. */
type Zone = [x: number, y: number, width: number, height: number, colour: string, words: string];

const ZONES: readonly Zone[] = [
  [60, 90, 420, 250, '0.87 0.94 0.87', '宿住区 · 集散区'],
  [60, 360, 200, 110, '0.99 0.93 0.80', '应急指挥 · 管理'],
  [280, 360, 200, 110, '0.98 0.86 0.86', '医疗救护'],
  [500, 360, 280, 110, '0.86 0.91 0.98', '物资储备 · 发放'],
  [500, 220, 280, 120, '0.90 0.97 0.98', '供水 · 供电 · 通信'],
  [500, 90, 280, 110, '0.93 0.90 0.97', '厕所 · 垃圾收集'],
];

/**
 * A schematic zone plan as a one-page PDF, A4 across: honest bytes of an honest kind, for the demo city alone.
 * The Chinese font is the viewer's own.
 */
export function demoPlan(title: string): Buffer {
  const content = [
    text(60, 520, 22, title),
    text(60, 496, 11, '功能分区平面示意图（演示数据，纯属虚构）'),
    '0.45 G 1.2 w 40 70 760 420 re S',
    ...ZONES.map(([x, y, width, height, colour]) => `${colour} rg ${x} ${y} ${width} ${height} re f`),
    ...ZONES.map(([x, y, , height, , words]) => text(x + 14, y + height - 26, 14, words)),
    text(330, 50, 12, '主出入口'),
    '0.1 0.5 0.25 rg 385 66 m 395 82 l 405 66 l f',
  ].join('\n');
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
}

function text(x: number, y: number, size: number, words: string): string {
  const hex = Buffer.from(words, 'utf16le').swap16().toString('hex');
  return `BT 0.1 g /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET`;
}

/** Numbers the objects from 1 and writes the table of where each begins. */
function pdf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
