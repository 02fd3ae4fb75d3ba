import type { RefusalTable } from './refusal.js';

export const refusalsZh: RefusalTable = {
  'malformed-request': {
    title: '无法读取请求',
    detail: '{reason, select, no_json {发送的内容不是 JSON。} other {发送的内容不是此地址所需的。}}未作任何更改。',
  },
  'invalid-fields': {
    title: '部分字段需要更正',
    detail: '{count, plural, =0 {请更正标出的字段后重新提交。} other {有 # 个字段有误，请更正后重新提交。}}未作任何更改。',
  },
  'not-signed-in': { title: '您尚未登录', detail: '请登录后继续。' },
  'wrong-credentials': { title: '未能登录', detail: '邮箱与密码不匹配，请检查。管理员可以重新发送链接。' },
  'session-expired': { title: '登录已失效', detail: '请重新登录后继续。您输入的内容仍保留在本页。' },
  'not-permitted': {
    title: '没有权限',
    detail: '{action, select, _ {您的角色不允许此操作。} other {您的角色无权{action}。}}管理员可以更改您的角色。',
  },
  'cross-site-request': { title: '为安全起见已拒绝', detail: '该请求来自其他网站。请在 Caseboard 页面上操作。' },
  'not-found': { title: '未找到', detail: '它不存在或已不存在。请在列表中查找。' },
  'method-not-allowed': { title: '此地址不支持该操作', detail: '此地址不接受这种请求。' },
  'too-large': {
    title: '内容过大',
    detail: '{limit, select, _ {发送的内容超过此地址的上限。} other {此处最多可发送 {limit}。}}请分次发送。',
  },
  'unsupported-media-type': {
    title: '此处不读取这种文件',
    detail: '{allowed, select, _ {请按此地址所需的类型发送。} other {请发送以下类型之一：{allowed}。}}',
  },
  'edit-is-stale': {
    title: '您编辑期间有人作了更改',
    detail: '{who, select, _ {自您打开后，内容已被更改。} other {自您打开后，“{who}”已作更改。}}内容不会丢失：请比较两个版本后再保存。',
  },
  'if-match-required': { title: '请说明您编辑的版本', detail: '请用 If-Match 发送您读取的版本，以免覆盖他人的工作。' },
  'too-many-attempts': {
    title: '尝试次数过多',
    detail: '{minutes, plural, =0 {请稍候再试。} other {请在 # 分钟后再试。}}',
  },
  'legal-entity-taken': {
    title: '{customer, select, _ {该法人已有启用的案例} other {“{customer}”已有启用的案例}}',
    detail:
      '每个法人只能有一个启用的案例。{title, select, _ {另一个案例占用了名额。} other {“{title}”占用了名额。}}请替换它，或先将其停用。',
  },
  'no-legal-entity': {
    title: '案例没有法人',
    detail:
      '{customer, select, _ {案例须有隶属于法人的客户才能启用。} other {“{customer}”不隶属于任何法人。请先说明它隶属于哪家公司，再启用案例。}}',
  },
  'two-active-studies': {
    title: '同一法人将有两个启用的案例',
    detail:
      '{customer, select, _ {某个法人} other {“{customer}”}}{first, select, _ {将有两个启用的案例} other {将同时启用“{first}”和“{second}”}}。请先停用其中一个。未作任何更改。',
  },
  'circle-of-units': {
    title: '客户之间将循环隶属',
    detail: '{customer, select, _ {其中一个客户} other {“{customer}”}}将隶属于自身。请另选上级客户。',
  },
  'registration-taken': {
    title: '该登记号属于另一客户',
    detail:
      '{customer, select, _ {另一法人} other {“{customer}”}}已有{number, select, _ {该登记号} other {登记号“{number}”}}。请使用该客户，或更正登记号。',
  },
  'already-in-that-state': {
    title: '{status, select, active {它已启用} draft {它是草稿} retired {它已停用} other {无需操作}}',
    detail:
      '{status, select, active {已启用的案例可以停用；只有撤销启用时才会变回草稿。} draft {草稿可以启用或移除。} retired {已停用的案例可以变回草稿或重新启用。} other {它已处于该状态，或无法从当前状态转入。请重新加载页面查看。}}',
  },
  'id-taken': {
    title: '该编号已被使用',
    detail: '{id, select, _ {请另选编号。} other {“{id}”已被使用，请另选编号。}}',
  },
  'customer-has-studies': {
    title: '该客户有案例',
    detail: '{count, plural, =0 {有案例与它关联。} other {有 # 个案例与它关联。}}请先为这些案例另选客户。',
  },
  'customer-has-units': {
    title: '该客户有分支',
    detail: '{count, plural, =0 {有其他客户隶属于它。} other {有 # 个客户隶属于它。}}请先移走。',
  },
  'specialization-in-use': {
    title: '该专业认证正在使用',
    detail: '{count, plural, =0 {有案例或设置引用它。} other {有 # 个案例引用它。}}请先解除引用。',
  },
  'built-in-specialization': {
    title: '内置的专业认证不能删除',
    detail: '它随 Caseboard 提供。您可以修改其数值，或恢复为初始数值。',
  },
  'alert-settled': {
    title: '该提醒已处理',
    detail: '有人已确认，或已被更紧急的一步取代，或该日期已不成立，因此无需再处理。',
  },
  'alert-without-study': { title: '该提醒与案例无关', detail: '只有案例才有可以移交的负责人。' },
  'import-refused': {
    title: '未导入任何内容',
    detail:
      '{count, plural, =0 {文件有错误。} other {文件有 # 处错误。}}导入要么全部完成，要么全不执行：请修改文件或在此更正单元格后重试。',
  },
  'import-questions-open': {
    title: '请先回答问题',
    detail: '{count, plural, =0 {还有问题未回答。} other {还有 # 个问题未回答。}}请回答后再提交。',
  },
  'import-changed-since': {
    title: '此次导入已无法撤销',
    detail:
      '{count, plural, offset:1 =0 {其带来的内容} =1 {“{first}”} other {“{first}”等 {count} 项内容}}之后已被更改，或已被其他内容引用。请手动更正。',
  },
  'import-outdated': { title: '试运行之后案例库已有变化', detail: '未导入任何内容。试运行已重新进行：请查看现在的结果，然后再提交。' },
  'import-already-undone': { title: '已撤销', detail: '此次导入之前已撤销。如需恢复，请重新导入文件。' },
  'portfolio-not-empty': { title: '案例库不为空', detail: '演示公司只能载入空的案例库，以免与您自己的案例混在一起。' },
  'unreadable-file': {
    title: '无法读取文件',
    detail:
      '{reason, select, empty {文件是空的。} not_a_spreadsheet {文件不是工作簿、CSV 或案例库文档。} encrypted_or_old_workbook {文件受密码保护，或为旧版工作簿。请另存为没有密码的 XLSX 文件。} damaged_workbook {工作簿已损坏。请打开并重新保存后再试。} unpacks_too_large {文件解压后远超电子表格的大小。} too_many_cells {行或单元格的数量超过可读取的上限。请删去空行空列，或拆分文件。} no_readable_text {文件的字符编码不是 UTF-8、UTF-16 或 GB18030。} broken_csv {文件不是正确的 CSV：引号不成对。} no_json {文件不是 JSON。} no_table {未找到含有至少三个已知列名的行。请手动匹配各列。} other {文件不是可读取的类型，或已损坏。}}未保存任何内容。',
  },
  'email-taken': { title: '该邮箱已被使用', detail: '{email, select, _ {该邮箱} other {“{email}”}}在此已有账户。' },
  'last-administrator': { title: '最后一位管理员不能移除', detail: '请先将其他人设为管理员，以便继续管理成员。' },
  'link-used-or-expired': { title: '该链接已失效', detail: '它已被使用或已过期。请向管理员索取新的链接。' },
  'setup-done': { title: 'Caseboard 已完成设置', detail: '已有管理员。请登录，或请管理员邀请您。' },
  'weak-password': {
    title: '请使用更安全的密码',
    detail:
      '{reason, select, too_short {密码至少需要 {least, number} 个字符。} too_uniform {密码中不同的字符太少。} like_the_name {密码与您的姓名或邮箱太相似。} too_common {该密码使用的人太多。} other {密码太容易被猜到。}}',
  },
  'internal-error': {
    title: '此处出了问题',
    detail: '{request, select, _ {这不是您的错。} other {这不是您的错。请将编号“{request}”告知管理员。}}不会出现只保存一半的情况。',
  },
  'not-available': { title: '暂时不可用', detail: 'Caseboard 的某个部分没有响应。请稍候再试。' },
};
