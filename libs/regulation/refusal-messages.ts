import { OPENING_MESSAGES } from './activation/opening-messages.ts';
import { CLOSURE_MESSAGES } from './closure/refusal-messages.ts';
import { IMPORT_MESSAGES } from './import/refusal-messages.ts';
import { DEREGISTRATION_MESSAGES } from './deregistration/refusal-messages.ts';
import { FILING_MESSAGES } from './filing/refusal-messages.ts';
import { MAINTENANCE_MESSAGES } from './maintenance/refusal-messages.ts';
import { GATE_MESSAGES } from './occupancy/gate-messages.ts';
import { REBUILD_MESSAGES } from './rebuild/refusal-messages.ts';
import { SITE_MESSAGES } from './site/refusal-messages.ts';
import { YEAR_MESSAGES } from './upkeep/refusal-messages.ts';

type Pair = readonly [chinese: string, english: string];

/**
 * Every code in words: what is wrong, then what to do. `{field}` is the field's name in words;
 * `{stage}`, `{hazard}` and the like are shown by their labels (`wording.ts`).
 */
export const REFUSAL_MESSAGES = {
  ...OPENING_MESSAGES,
  ...GATE_MESSAGES,
  ...CLOSURE_MESSAGES,
  ...FILING_MESSAGES,
  ...DEREGISTRATION_MESSAGES,
  ...REBUILD_MESSAGES,
  ...MAINTENANCE_MESSAGES,
  ...SITE_MESSAGES,
  ...IMPORT_MESSAGES,
  // acts
  OUT_OF_STAGE: [
    '当前阶段（{stage}）不能{act}。请刷新页面，查看最新情况。',
    'Not possible at this stage ({stage}): {act}. Refresh the page to see where it stands.',
  ],
  NO_AUTHORITY: [
    '您没有“{act}”的权限。请联系本辖区负责该事项的人员。',
    'You are not authorised to {act}. Ask the person in charge in this jurisdiction.',
  ],
  REASON_MISSING: ['请写明理由。', 'Please give a reason.'],
  REASON_TOO_LONG: [
    '理由太长：最多 {limit} 字，现有 {length} 字。请精简。',
    'The reason is too long: at most {limit} characters, now {length}. Please shorten it.',
  ],
  UNIT_MISSING: ['请选择产权单位或管理单位。', 'Please choose the owner or manager.'],
  CHANGED_MEANWHILE: [
    '内容已被他人更新。请刷新后再操作。',
    'Somebody else changed this in the meantime. Refresh and try again.',
  ],
  NOT_FOUND: ['没有找到：{field}。请核对编号。', 'Not found: {field}. Please check the number.'],
  NOTHING_CHOSEN: ['请至少选择一项：{field}。', 'Choose at least one: {field}.'],
  TOO_MANY: [
    '{field}太多：最多 {limit} 项，现有 {count} 项。请减少或分批办理。',
    'Too many entries in {field}: at most {limit}, now {count}. Remove some or do it in parts.',
  ],
  ALREADY_DONE: ['这一步已经办过了。请刷新页面。', 'This has been done already. Refresh the page.'],
  NOT_FILED: [
    '尚未备案，不能发布。请先完成备案审查。',
    'Not filed yet, so it cannot be published. Finish the review first.',
  ],
  NO_LONGER_FILED: ['已经注销，不能再发布。请不要选它。', 'Deregistered: published no more. Leave it out.'],
  HELD_POINT: [
    '位置存疑，暂缓处理。请先核对位置。',
    'The position is doubtful and on hold. Check the position first.',
  ],
  UNIT_NOT_HERE: [
    '该单位不在所选辖区。请核对单位或辖区。',
    'This unit does not belong to the chosen jurisdiction. Check the unit or the jurisdiction.',
  ],
  UNKNOWN_FILE: [
    '没有找到所附文件，或不是您上传的。请重新上传。',
    'An attached file was not found, or you did not upload it. Please upload it again.',
  ],
  // what a filing must contain
  MISSING: ['缺少{field}。请补充。', 'Missing: {field}. Please add it.'],
  // values
  NOT_A_NUMBER: [
    '{field}应为数字，现为“{value}”。请改为数字，如 1200。',
    '{field} must be a number, not "{value}". Write it in digits, e.g. 1200.',
  ],
  NOT_WHOLE: [
    '{field}应为整数，现为 {value}。请去掉小数。',
    '{field} must be a whole number, not {value}. Leave out the decimals.',
  ],
  NEGATIVE: [
    '{field}不能为负数，现为 {value}。请核对。',
    '{field} cannot be negative, now {value}. Please check it.',
  ],
  TOO_SMALL: [
    '{field}过小：{value}，至少为 {limit}。请核对。',
    '{field} is too small: {value}, at least {limit}. Please check it.',
  ],
  TOO_LARGE: [
    '{field}过大：{value}，上限为 {limit}。请核对单位和位数。',
    '{field} is too large: {value}, the limit is {limit}. Check unit and digits.',
  ],
  EMPTY: ['{field}不能为空。请填写。', '{field} cannot be empty. Please fill it in.'],
  TOO_LONG: [
    '{field}太长：最多 {limit} 字，现有 {length} 字。请精简。',
    '{field} is too long: at most {limit} characters, now {length}. Please shorten it.',
  ],
  CONTROL_CHARACTER: [
    '{field}含有无法显示的字符（第 {at} 个字符处）。请重新输入。',
    '{field} contains an invisible control character (at character {at}). Please type it again.',
  ],
  LOST_CHARACTERS: [
    '{field}有字符丢失（显示为“�”）。请按原文件用 UTF-8 编码重新保存，或重新输入。',
    'Characters of {field} were lost (shown as �). Save the source as UTF-8 again, or type them.',
  ],
  UNKNOWN_VALUE: [
    '{field}不认识“{value}”。请选用：{allowed}。',
    '{field} does not know "{value}". Use one of: {allowed}.',
  ],
  NO_SUCH_DATE: [
    '{field}没有这一天：“{value}”。请按 年-月-日 填写，如 2022-01-24。',
    '{field} is no date: "{value}". Write year-month-day, e.g. 2022-01-24.',
  ],
  DATE_IN_FUTURE: [
    '{field}在今天之后：{value}。请核对。',
    '{field} lies in the future: {value}. Please check it.',
  ],
  DATES_REVERSED: [
    '{field}早于竣工验收日期（{earlier}）。请核对两个日期。',
    '{field} is before the acceptance of the works ({earlier}). Check both dates.',
  ],
  TWICE: ['{field}重复：{value}。请只保留一项。', '{field} appears twice: {value}. Keep one.'],
  // positions
  ZERO_COORDINATE: [
    '{field}的经度或纬度为 0。请在地图上重新选点。',
    'Longitude or latitude of {field} is 0. Choose the point on the map again.',
  ],
  OUT_OF_RANGE: [
    '{field}的经纬度超出范围（{longitude}，{latitude}）。经度应在 ±180、纬度应在 ±90 之内，请核对。',
    'Coordinates of {field} are out of range ({longitude}, {latitude}). Longitude within ±180, latitude within ±90.',
  ],
  SWAPPED: [
    '{field}的经度和纬度像是填反了（{longitude}，{latitude}）。请对调后再试。',
    'Longitude and latitude of {field} look swapped ({longitude}, {latitude}). Exchange them and try again.',
  ],
  OUTSIDE_JURISDICTION: [
    '{field}不在{jurisdiction}范围内。请在地图上核对位置，或核对所属辖区和坐标系。',
    '{field} lies outside {jurisdiction}. Check the point on the map, the jurisdiction and the coordinate system.',
  ],
  FAR_FROM_DIVISION: [
    '{field}距{division}其他场所 {distance} 公里，超过 {limit} 公里，暂缓导入。请核对经纬度。',
    '{field} is {distance} km from the other shelters of {division}, more than {limit} km; held back. Check the coordinates.',
  ],
  // advice
  SAME_NAME_NEARBY: [
    '附近 {distance} 米处已有同名同类场所：{name}（{code}）。如是同一处，请勿重复填报。',
    'A shelter of the same name and kind stands {distance} m away: {name} ({code}). If it is the same one, do not file it twice.',
  ],
  ABOVE_COMPUTED: [
    '{field}（{declared} 人）高于按面积测算的 {computed} 人。请核对，或说明理由。',
    '{field} ({declared}) is above the {computed} persons computed from the area. Check it or say why.',
  ],
  BLOCKED_ABOVE_ROOM: [
    '{field}（{blocked} 人）多于能容纳的 {room} 人，场所将按没有空位计。请核对。',
    '{field} ({blocked}) is more than there is room for ({room}); the site would count as without room. Please check.',
  ],
  EFFECTIVE_ABOVE_AREA: [
    '{field}（{effective} 平方米）大于总面积（{area} 平方米）。请核对。',
    '{field} ({effective} m²) is larger than the whole area ({area} m²). Please check.',
  ],
  COARSE_POSITION: [
    '{field}不到 4 位小数，误差可能超过 10 米。建议在地图上选主出入口。',
    '{field} has fewer than 4 decimals and may be off by more than 10 m. Better choose the main entrance on the map.',
  ],
  HAZARDS_NOT_ASSESSED: [
    '尚未评估适用灾害。建议至少评估地震、洪水、地质灾害。',
    'No hazard assessed yet. Better assess at least earthquake, flood and landslide.',
  ],
  NO_SEISMIC_EVIDENCE: [
    '室内场所未附抗震设防依据。建议补充。',
    'Indoor site without evidence of its seismic design. Better add it.',
  ],
  PHONE_FORM: [
    '{field}不像电话号码。请核对，如 0398-2812345 或 13800000000。',
    '{field} does not look like a phone number. Check it, e.g. 0398-2812345 or 13800000000.',
  ],
  ZERO_CAPACITY: [
    '{field}为 0。如不清楚，请留空，按“不明”处理。',
    '{field} is 0. Leave it empty if unknown; it then counts as unknown.',
  ],
  ...YEAR_MESSAGES,
  // identity
  SIGN_IN_WRONG: ['用户名或密码不正确。请重新输入。', 'User name or password is wrong. Please try again.'],
  SIGN_IN_LOCKED: [
    '尝试次数过多，请 {minutes} 分钟后再试。',
    'Too many attempts. Try again in {minutes} minutes.',
  ],
  SESSION_EXPIRED: [
    '登录已过期。请重新登录，已填内容不会丢失。',
    'Your session has expired. Please sign in again.',
  ],
  PASSWORD_TOO_SHORT: [
    '密码太短：至少 {limit} 个字符。可用几个词组成一句话。',
    'The password is too short: at least {limit} characters. A few words make a good one.',
  ],
  PASSWORD_TOO_LONG: [
    '密码太长：最多 {limit} 个字符。',
    'The password is too long: at most {limit} characters.',
  ],
  PASSWORD_IS_USERNAME: [
    '密码不能包含用户名。请换一个。',
    'The password must not contain the user name. Choose another.',
  ],
  PASSWORD_COMMON: [
    '这个密码太常见，容易被猜到。请换一个。',
    'This password is too common and easily guessed. Choose another.',
  ],
  PASSWORD_UNCHANGED: [
    '新密码不能与旧密码相同。请换一个。',
    'The new password must differ from the old one.',
  ],
  USERNAME_TAKEN: [
    '用户名“{username}”已有人使用。请换一个。',
    'The user name "{username}" is taken. Choose another.',
  ],
  FIRST_RUN_LINK_ENDED: [
    '链接已失效或已用过。请向系统管理员重新索取。',
    'The link has expired or was used. Ask the administrator for a new one.',
  ],
  CURRENT_PASSWORD_WRONG: [
    '当前密码不正确。请重新输入。',
    'The current password is wrong. Please try again.',
  ],
  USERNAME_MALFORMED: [
    '用户名须为 2 至 40 位小写字母、数字、点、下划线或短横线，并以字母或数字开头。',
    'A user name has 2 to 40 lower-case letters, digits, dots, underscores or hyphens and begins with a letter or digit.',
  ],
  NAME_LENGTH: [
    '名称须为 1 至 {most} 个字。请修改。',
    'A name has 1 to {most} characters. Please change it.',
  ],
  FIRST_RUN_DONE: [
    '系统已有管理员，首次设置已完成。请直接登录。',
    'The system already has an administrator. Please sign in.',
  ],
  LAST_ADMINISTRATOR: [
    '停用后将没有可以登录的系统管理员。请先另设一位管理员。',
    'Nobody could administer the system any more. Appoint another administrator first.',
  ],
  ORGANISATION_DISABLED: [
    '该单位已停用。请选择其他单位，或请系统管理员恢复。',
    'This organisation is disabled. Choose another, or ask the administrator to enable it.',
  ],
  TOO_BUSY: ['系统正忙，请稍候几秒再试。', 'The system is busy. Try again in a few seconds.'],
  // files
  FILE_TOO_LARGE: [
    '文件太大：上限 {limit} MB。请压缩或分开上传。',
    'The file is too large: at most {limit} MB. Compress or split it.',
  ],
  FILE_EMPTY: ['文件是空的。请重新选择。', 'The file is empty. Choose another.'],
  FILE_TYPE: [
    '不支持这种文件（{value}）。请上传：{allowed}。',
    'This kind of file ({value}) is not accepted. Upload one of: {allowed}.',
  ],
  FILE_UNREADABLE: [
    '文件无法读取。请检查是否损坏，或另存后重新上传。',
    'The file cannot be read. Check whether it is damaged, or save it anew.',
  ],
  FILE_UNPACKS_TOO_LARGE: [
    '文件解压后超过 {limit} MB，已停止读取。请拆分后再试。',
    'The file unpacks to more than {limit} MB; reading was stopped. Split it and try again.',
  ],
  // import
  COLUMN_MISSING: [
    '缺少“{column}”列。请在表头中补上，或指明哪一列是它。',
    'Column "{column}" is missing. Add it to the header row, or say which column it is.',
  ],
  TOO_FEW_CELLS: [
    '本行列数不足：应有 {expected} 列，现有 {count} 列。请核对引号和分隔符。',
    'This row has too few cells: {expected} expected, {count} found. Check quotes and separators.',
  ],
  FORMULA_CELL: ['{field}是公式。请改为数值或文字。', '{field} is a formula. Replace it with its value.'],
  UNKNOWN_JURISDICTION: [
    '不认识辖区“{value}”。请核对名称或代码。',
    'Unknown jurisdiction "{value}". Check its name or code.',
  ],
  FOREIGN_JURISDICTION: [
    '“{value}”不在您的辖区内，本行未导入。',
    '"{value}" is not in your jurisdiction; this row was not imported.',
  ],
  ROW_TWICE: [
    '与第 {row} 行重复，本行未导入。请只保留一行。',
    'Same as row {row}; this row was not imported. Keep one of them.',
  ],
  NO_ROWS: ['文件中没有数据行。请检查文件。', 'The file has no rows of data. Check the file.'],
  CANCELLED: ['已按要求停止。', 'Stopped as asked.'],
  IMPORT_INTERRUPTED: [
    '导入中断，已写入的各行保留。请重新导入同一文件，其余各行会接着写入。',
    'The import broke off; the rows already written stay. Import the same file again to complete it.',
  ],
} as const satisfies Record<string, Pair>;

export type RefusalCode = keyof typeof REFUSAL_MESSAGES;
