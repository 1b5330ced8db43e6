type Pair = readonly [chinese: string, english: string];

/** What is refused after an opening (`../refusal-messages.ts` has the rest). */
export const CLOSURE_MESSAGES = {
  OTHER_TASK: [
    '这是“{task}”，不能按“{asked}”填写。请打开对应的任务。',
    'This is "{task}" and cannot be recorded as "{asked}". Open the task it belongs to.',
  ],
} as const satisfies Record<string, Pair>;
