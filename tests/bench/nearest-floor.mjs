// The floor: node:http and pg with the server's own SQL, and nothing else. What it answers is byte for byte the same.
import { createServer } from 'node:http';
import pg from 'pg';
import { nearestStatement } from '../../dist/apps/api/src/publication/nearest-sql.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

const server = createServer((request, response) => {
  if (request.url === '/metrics') {
    const { user, system } = process.cpuUsage();
    response.end(`process_cpu_seconds_total ${(user + system) / 1e6}\n`);
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    answer(JSON.parse(Buffer.concat(chunks).toString())).then(
      (body) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(body);
      },
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}\n`),
);

async function answer({ variables: { near, hazard, first } }) {
  const values = [`SRID=4326;POINT(${near.longitude} ${near.latitude})`, hazard === null ? 0 : 1, 1, first];
  const { best, passed, edition } = await look(values, hazard !== null, hazard === null ? 32 : 64, first);
  return (
    JSON.stringify({
      data: {
        nearestShelters: {
          situation: 'QUIET',
          edition,
          shelters: best.map((row) => ({
            distanceMeters: row.meters,
            bearingDegrees: row.bearing,
            shelter: {
              code: row.code,
              name: row.name,
              address: row.address,
              location: { longitude: row.longitude, latitude: row.latitude },
              operationalStatus: row.operationalStatus,
              capacity: { usable: row.usable, available: room(row) },
            },
          })),
          passedOver: passed.map((row) => ({
            distanceMeters: row.meters,
            shelter: { code: row.code, name: row.name },
            reasons: reasons(row, hazard),
          })),
        },
      },
    }) + '\n'
  );
}

async function look(values, forHazard, breadth, first) {
  const { rows } = await pool.query({ ...nearestStatement('EVERY', forHazard, breadth), values });
  const { best, bestReach, passed, passedReach } = rows[0];
  const wide =
    (bestReach === null || bestReach > (best[first - 1]?.key ?? Infinity) * 1.01) &&
    (passedReach === null || passedReach > (passed[4]?.meters ?? 50_000) * 1.01);
  return wide ? rows[0] : look(values, forHazard, breadth * 4, first);
}

function room({ usable, occupied }) {
  return usable === null || occupied === null ? null : usable - occupied;
}

function reasons(row, hazard) {
  const told = [];
  if (row.operationalStatus === 'DAMAGED') told.push({ code: 'DAMAGED', message: '场所已受损，请勿前往。' });
  if (row.readiness === 'UNAVAILABLE') told.push({ code: 'UNAVAILABLE', message: '场所目前不能使用。' });
  if (hazard !== null && row.letters[0] === 'U')
    told.push({ code: 'UNSUITABLE_FOR_HAZARD', message: '不适用于地震。' });
  return told;
}
