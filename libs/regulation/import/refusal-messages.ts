type Pair = readonly [chinese: string, english: string];

/** What is said of the columns of a list (`../refusal-messages.ts` has the rest). */
export const IMPORT_MESSAGES = {
  UNKNOWN_TARGET: [
    '第 {position} 列对应的项目“{value}”不存在。请从列表中选择。',
    'Column {position} is given to "{value}", which is no field. Choose one of the list.',
  ],
  MAPPED_TWICE: [
    '第 {first} 列和第 {position} 列都对应“{field}”。请只留一列，另一列选“不导入”。',
    'Columns {first} and {position} are both taken for {field}. Keep one and leave the other out.',
  ],
  COLUMN_TWICE: [
    '第 {position} 列出现了两次。每列只能对应一项，请重新预览。',
    'Column {position} is named twice. Each column has one meaning; preview the file again.',
  ],
  COLUMN_GONE: [
    '文件第 {position} 列的表头不是“{column}”。表头与对应关系不符，请重新预览并核对。',
    'Column {position} of the file is not headed "{column}". Preview the file again and check the columns.',
  ],
  COLUMNS_FIXED: [
    '这种名单的列是固定的，不能另行对应。请改选“本系统模板”，或不选格式。',
    'The columns of this kind of list are fixed. Choose the template of this registry, or no kind at all.',
  ],
  UNIT_NEW: [
    '还没有登记过“{value}”这个单位，导入时将作为新单位登记。请核对名称是否写错。',
    'No unit "{value}" is known yet: it will be entered as new. Check for a typing slip.',
  ],
  CRS_ASSUMED: [
    '未填写坐标系，按 WGS 84 处理。如经纬度取自高德、百度等地图，请填明坐标系，否则位置会偏几百米。',
    'No coordinate system is given: taken as WGS 84. If the point is from a Chinese web map, name its system, or it is off by hundreds of metres.',
  ],
} as const satisfies Record<string, Pair>;
