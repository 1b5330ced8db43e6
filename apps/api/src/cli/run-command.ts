import 'reflect-metadata';
import { openOffice, type OpenOffice } from '../open-office.ts';
import { readConfig } from '../platform/config/config.ts';
import { explainFailure } from '../platform/logging/explain-failure.ts';

/** Runs a command with the office open, beside a running server or alone, and ends the process with the code it answers. */
export async function runCommand(work: (office: OpenOffice) => Promise<number>): Promise<never> {
  let code = 1;
  try {
    const office = await openOffice(readConfig(process.env), 'command');
    for (const notice of office.notices) console.error(notice);
    try {
      code = await work(office);
    } finally {
      await office.close();
    }
  } catch (error) {
    console.error(explainFailure(error));
  }
  process.exit(code);
}
