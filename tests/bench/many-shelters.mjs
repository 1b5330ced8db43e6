// A made-up country: 300 cities with their shelters around them, published in one edition.
import { EMPTY_CONTENTS } from '../../dist/libs/regulation/registry/contents.js';

/** SQL that fills an empty, migrated database with `count` published shelters; the same ones at every run. */
export function manyShelters(count) {
  return `
    select setseed(0.20260310);
    insert into organisation (id, name, kind, jurisdiction_code, created_at)
    values ('00000000-0000-7000-8000-000000000001', '基准单位', 'UNIT', '411202', '2026-01-01') on conflict do nothing;
    create temp table city as
      select number, 85 + random() * 45 as longitude, 20 + random() * 28 as latitude from generate_series(1, 300) number;
    create temp table made as
      select g.number, city.longitude + bell.east * 0.08 as longitude, city.latitude + bell.north * 0.07 as latitude,
             (select string_agg(substr('SSSCUNNNNN', 1 + floor(random() * 10)::int, 1), '')
              from generate_series(1, 14) where g.number > 0) as letters,
             random() as fate, (random() * 900)::int + 20 as usable
      from generate_series(1, ${count}) as g (number)
      join city on city.number = 1 + g.number % 300
      cross join lateral (
        select sqrt(-2 * ln(1 - random())) * cos(6.283185307 * random()) as east,
               sqrt(-2 * ln(1 - random())) * cos(6.283185307 * random()) as north where g.number > 0) bell;
    insert into shelter (id, code, jurisdiction_code, unit_id, version, contents, name, address, search_text, grade,
      space_type, site_type, location, usable_capacity, suitability, file_ids, filed_at, operational_status, readiness,
      occupied, last_confirmed_at, changed_at)
    select ('00000000-0000-7000-8000-1' || lpad(to_hex(number), 11, '0'))::uuid, '411202X' || lpad(number::text, 6, '0'),
      '411202', '00000000-0000-7000-8000-000000000001', 1,
      '${JSON.stringify(EMPTY_CONTENTS)}'::jsonb || jsonb_build_object('name', '第' || number || '应急避难场所'),
      '第' || number || '应急避难场所', '人民路' || (number % 997) || '号', '', 'COUNTY', 'OUTDOOR', 'PARK',
      st_setsrid(st_makepoint(longitude, latitude), 4326)::geography, case when fate < 0.1 then null else usable end,
      letters, '{}', '2026-01-01', case when fate > 0.995 then 'DAMAGED' else 'STANDBY' end,
      case when fate between 0.97 and 0.99 then 'UNAVAILABLE' else 'READY' end,
      case when fate between 0.5 and 0.51 then usable / 2 end, '2026-01-02', '2026-01-01'
    from made order by number;
    insert into edition values (1, '2026-03-10-1', 'REGULAR', '2026-03-10', null, null, ${count}, 0, 0, 0);
    update publication set status = 'PUBLISHED', edition = 1, version = 1, contents = shelter.contents, name = shelter.name,
      address = shelter.address, location = shelter.location, usable_capacity = shelter.usable_capacity,
      suitability = shelter.suitability
    from shelter where shelter.id = publication.shelter_id;`;
}
