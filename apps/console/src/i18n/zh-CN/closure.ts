/** Words of what is owed after an opening (Art. 26). */
export const closure = {
  closure: {
    title: '善后归档',
    lead: '应急工作结束后，每处启用过的场所须完成总结、检修维护和善后（办法第二十六条）。三项都完成，启用档案自动归档。',
    stages: '完成情况',
    task: '任务',
    releasedAt: '撤收',
    doneAt: '完成',
    nothingOwed: '没有待完成的善后任务',
    nothingDone: '还没有完成的善后任务',
    nothingCure: '场所撤收后，总结、检修维护和善后任务会出现在这里。',
    released: '{at} 撤收',
    how: {
      SUMMARY: '以下草稿由台账自动生成。请核对、修改，并补充存在的问题和改进建议。',
      REPAIR: '写明检查了哪些设施设备、已修好什么。还没修好的逐项列为隐患，进入整改闭环。',
      AFTERMATH: '写明物资归还和补充、场地清理消毒、费用结算、群众诉求等善后情况。',
    },
    addFinding: '列入一处隐患',
    record: '提交并归档',
    once: '提交后不能修改',
    waiting: '等待产权单位或管理单位填写',
    waitingCure: '由场所的单位填写；没有账号的单位，由备案部门代为录入。',
    toDefects: '查看由此产生的隐患',
    notFound: '没有这项任务',
    notFoundCure: '链接可能有误，或不在您的职责范围内。',
    mine: '待完成的善后任务',
  },
} as const;
