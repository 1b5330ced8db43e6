/** Words of what is owed after an opening (Art. 26). */
export const closure = {
  closure: {
    title: 'After the emergency',
    lead: 'When the emergency is over, every shelter that was opened owes a summary, repairs and the aftermath (Art. 26). With all three done, the file of the opening closes by itself.',
    stages: 'How far',
    task: 'Task',
    releasedAt: 'Released',
    doneAt: 'Recorded',
    nothingOwed: 'Nothing is owed',
    nothingDone: 'Nothing was recorded yet',
    nothingCure: 'When a shelter is released, its summary, repair and aftermath appear here.',
    released: 'Released {at}',
    how: {
      SUMMARY:
        'The draft below comes from the ledger. Check it, correct it, and add what went wrong and what to do better.',
      REPAIR:
        'Say what was looked over and mended. What is still broken is listed as a defect and goes into the closed loop.',
      AFTERMATH: 'Say what was returned and restocked, cleaned, settled, and what people still ask for.',
    },
    addFinding: 'List a defect',
    record: 'Record and file',
    once: 'It cannot be changed afterwards',
    waiting: 'Waits for the unit of the shelter',
    waitingCure: 'The unit records it; for a unit without an account its filing authority does.',
    toDefects: 'See the defects that came of it',
    notFound: 'No such task',
    notFoundCure: 'The link may be wrong, or it is not yours to see.',
    mine: 'Owed after an opening',
  },
} as const;
