type Pair = readonly [chinese: string, english: string];

/** What is said against a filing or advised about it (`../refusal-messages.ts` has the rest). */
export const FILING_MESSAGES = {
  KEYED_BY_SELF: [
    '录入人不能审查自己录入的备案。请由另一位工作人员审查。',
    'Whoever keyed a filing does not accept it. Ask a colleague to review it.',
  ],
  SIGNED_PAPER_MISSING: [
    '代为录入时，请上传单位盖章或签字的材料。',
    'When keying on behalf of a unit, attach the paper it signed.',
  ],
  BASE_VERSION_PASSED: [
    '变更是在第 {base} 版上填写的，在册已是第 {now} 版。请对照差异，勿把后来的更正改回去。',
    'This change was begun on version {base}; version {now} is on file. Compare the differences, so that later corrections are not undone.',
  ],
  NOTHING_CHANGES: [
    '与在册内容完全相同，没有变更。请修改后再提交，或撤回。',
    'It says exactly what is on file. Change something, or take it back.',
  ],
} as const satisfies Record<string, Pair>;
