/** Hands the template to the browser as a CSV that Excel in China opens with the right characters. */
export function saveTemplate(columns: readonly string[]): void {
  const row = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(',');
  const url = URL.createObjectURL(new Blob(['\uFEFF', row, '\r\n'], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: '应急避难场所导入模板.csv',
  });
  link.click();
  URL.revokeObjectURL(url);
}
