import type { DefectGrade, EvidenceMethod } from '#regulation/enumerations';
import { retentionOf } from '#regulation/upkeep/evidence';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { refuseUnknownFiles } from '../registry/own-files.ts';
import type { EvidenceSubject } from './evidence.entity.ts';

/** A recording as it is handed in: its bytes are kept already, unchanged, under their SHA-256. */
export interface GivenEvidence {
  readonly fileId: string;
  readonly method: EvidenceMethod;
  /** By the device's clock; null = when it was received. */
  readonly madeAt: Date | null;
  /** By name; null = whoever hands it in. */
  readonly maker: string | null;
  readonly proves: string;
}

/** What a set of recordings is about. */
export interface EvidenceFor {
  readonly about: EvidenceSubject;
  readonly aboutId: string;
  readonly shelterId: string;
  readonly grade: DefectGrade | null;
  readonly inActivation: boolean;
  readonly evidence: readonly GivenEvidence[];
}

/** Keeps evidence with all that must be told of it, in one statement. Throws ActRefused on a file that is not the officer's own. */
export async function keepEvidence(
  tx: EntityManager,
  given: readonly EvidenceFor[],
  by: Officer,
  at: Date,
): Promise<void> {
  const rows = given.flatMap(({ about, aboutId, shelterId, grade, inActivation, evidence }) =>
    evidence.map(({ fileId, method, madeAt, maker, proves }) => ({
      id: uuidv7(),
      shelter_id: shelterId,
      about,
      about_id: aboutId,
      file_id: fileId,
      method,
      made_at: madeAt ?? at,
      maker: maker?.trim() || by.displayName,
      proves: proves.trim(),
      retention: retentionOf({ grade, inActivation }),
    })),
  );
  if (rows.length === 0) return;
  await refuseUnknownFiles(
    tx,
    by.personId,
    rows.map((row) => row.file_id),
    [],
  );
  await tx.query(
    `insert into evidence (id, shelter_id, about, about_id, file_id, method, made_at, received_at, maker, recorded_by, proves, retention)
     select id, shelter_id, about, about_id, file_id, method, made_at, $2, maker, $3, proves, retention
     from jsonb_to_recordset($1) as kept (id uuid, shelter_id uuid, about text, about_id uuid, file_id uuid, method text,
       made_at timestamptz, maker text, proves text, retention text)`,
    [jsonText(rows), at, by.personId],
  );
}
