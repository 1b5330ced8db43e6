import { describe, expect, test } from '@jest/globals';
import { readCorners, readShapeFile } from './read-shapes.ts';

describe('corners typed one a line', () => {
  test('are closed to a ring, in either order', () => {
    const { shapes, faults } = readCorners('111.195, 34.781\n\n34.782, 111.196；111.196 34.781', 'WGS84');
    expect(faults).toEqual([]);
    expect(shapes[0]?.ring).toEqual([
      [111.195, 34.781],
      [111.196, 34.782],
      [111.196, 34.781],
      [111.195, 34.781],
    ]);
  });

  test('name the line that is no pair, and what was read there', () => {
    expect(readCorners('111.195, 34.781\r\n\r\nabc\r\n111.196, 34.781', 'WGS84')).toEqual({
      shapes: [],
      faults: [{ code: 'NOT_A_PAIR', line: 3, text: 'abc' }],
    });
  });

  test('echo little of a long line, and few of many lines', () => {
    const { faults } = readCorners(`${'字'.repeat(500)}\nb\nc\nd`, 'WGS84');
    expect(faults).toEqual([
      { code: 'NOT_A_PAIR', line: 1, text: `${'字'.repeat(40)}…` },
      { code: 'NOT_A_PAIR', line: 2, text: 'b' },
      { code: 'NOT_A_PAIR', line: 3, text: 'c' },
    ]);
  });

  test('are none where nothing is typed', () => {
    expect(readCorners(' \n ', 'WGS84').faults).toEqual([{ code: 'NO_POLYGON' }]);
  });
});

describe('a file', () => {
  const file = (text: string) => new File([text], 'site.geojson');

  test('that cannot be read, or holds no area, says so', async () => {
    expect((await readShapeFile(file('{'), 'WGS84')).faults).toEqual([{ code: 'NOT_READ' }]);
    const point = '{"type":"Point","coordinates":[111,34]}';
    expect((await readShapeFile(file(point), 'WGS84')).faults).toEqual([{ code: 'NO_POLYGON' }]);
  });

  test('is brought over from the source that is named, whatever its format ought to be in', async () => {
    const ring = [
      [111.2, 34.78],
      [111.201, 34.78],
      [111.201, 34.781],
      [111.2, 34.78],
    ];
    const text = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
    const [plain] = (await readShapeFile(file(text), 'WGS84')).shapes;
    const [shifted] = (await readShapeFile(file(text), 'GCJ02')).shapes;
    expect(plain?.ring[0]).toEqual([111.2, 34.78]);
    expect(shifted?.ring[0]?.[0]).toBeCloseTo(111.1941, 3);
  });
});
