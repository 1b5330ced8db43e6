/** The most characters (UTF-16 units) a text may have, by field; what people write is far shorter. Practice, not law. */
export const TEXT_LIMITS = {
  name: 100,
  'aliases.*': 100,
  division: 100,
  address: 300,
  landmark: 200,
  'facilities.*.maintainer': 100,
  'contact.name': 60,
  'contact.phone': 40,
  'contact.phone24h': 40,
  publicPhone: 40,
  'suitability.*.assessedBy': 100,
  seismicEvidence: 1_000,
  remarks: 2_000,
  reason: 2_000,
  title: 100,
  finding: 2_000,
  responsiblePerson: 60,
  maker: 60,
  proves: 500,
  closingText: 20_000,
  rebuildScope: 2_000,
  position: 2_000,
  decisionNumber: 60,
} as const;

/** The most entries a list may have. */
export const LIST_LIMITS = {
  aliases: 20,
  facilities: 200,
  suitability: 20,
  otherPaperFileIds: 50,
  evidence: 30,
  findings: 50,
  departments: 30,
  rebuildPapers: 20,
} as const;
