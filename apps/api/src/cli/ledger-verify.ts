import { verifyLedger } from '../ledger/verify-ledger.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (office) => {
  const { sealed, notYetSealed, headsNotWritten, tornLine, broken } = await verifyLedger(office);
  if (broken) {
    const row = broken.seq === null ? '' : ` at entry ${broken.seq}`;
    console.log(`The ledger is BROKEN${row}: ${broken.what}. 账本不完整，请立即报告。`);
    console.log(`Nothing was changed. Keep this data as it is, and compare it with the last backup.`);
    return 1;
  }
  const open = notYetSealed === 0 ? '' : ` ${notYetSealed} newer ones are not sealed yet.`;
  const unsigned =
    headsNotWritten === 0
      ? ''
      : ` The last sealing was stopped before it wrote ${headsNotWritten} signed heads: the running server writes them by itself.`;
  const torn = tornLine ? ` The last line of the heads file was cut short: the next sealing mends it.` : '';
  console.log(`The ledger is whole: ${sealed} sealed entries hold.${open}${unsigned}${torn} 账本完整。`);
  return 0;
});
