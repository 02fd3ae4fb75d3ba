import type { FaultTable } from './fault.js';

export const faultsZh: FaultTable = {
  // 文档或单条记录
  'no-json': { short: '不是 JSON', sentence: '文件不是 JSON，无法读取。' },
  'too-large': { short: '过大', sentence: '超过上限 {limit}。' },
  missing: { short: '缺少', sentence: '此项必填，但没有提供。' },
  'unknown-key': { short: '未知的键', sentence: 'Caseboard 不认识这个键。请检查拼写，或将其删除。' },
  'unknown-value': { short: '未知的值', sentence: '此处可用的值为：{allowed}。' },
  'not-text': { short: '不是文本', sentence: '此处应为文本。' },
  'not-a-record': { short: '不是记录', sentence: '此处应为带键的记录。' },
  'not-a-list': { short: '不是列表', sentence: '此处应为列表。' },
  'not-true-or-false': { short: '不是真或假', sentence: '此处只能为真或假。' },
  'not-a-number': { short: '不是数字', sentence: '“{value}”不是数字。' },
  'not-a-count': { short: '不是范围内的整数', sentence: '此处应为 {from} 至 {to} 的整数。' },
  'no-such-day': { short: '日期不存在', sentence: '“{value}”不是有效日期。请写成 2025-06-30 的样式。' },
  'day-out-of-range': { short: '日期超出范围', sentence: '“{value}”不在 {from} 至 {to} 之间。' },
  'no-such-time-zone': { short: '时区不存在', sentence: '“{value}”不是时区。请写成 Asia/Shanghai 的样式。' },
  'bad-id': { short: '编号无效', sentence: '编号由 1 至 100 个字母、数字或 . _ : - 组成。“{value}”不符合。' },
  'forbidden-character': { short: '含有不允许的字符', sentence: '文本中有无法保存的字符，请重新输入。' },
  'text-too-long': { short: '过长', sentence: '此处最多 {limit} 个字符。' },
  'too-many-entries': { short: '条目过多', sentence: '此处最多 {limit} 项。' },
  'too-deep': { short: '嵌套过深', sentence: '嵌套超过 {limit} 层。' },
  'duplicate-id': { short: '编号重复', sentence: '编号“{value}”使用了两次。' },
  'duplicate-code': { short: '代码重复', sentence: '代码“{value}”使用了两次。' },
  'duplicate-application': { short: '重复关联', sentence: '案例与“{value}”关联了两次，请保留一个。' },
  'unknown-customer': { short: '未知的客户', sentence: '没有客户“{value}”。' },
  'unknown-specialization': { short: '未知的专业认证', sentence: '没有专业认证“{value}”。请使用其代码、名称或别名。' },
  'circle-of-units': { short: '客户循环隶属', sentence: '由于“{value}”，该客户将隶属于自身。' },
  'two-active-studies': {
    short: '同一法人有两个启用的案例',
    sentence: '案例“{value}”在同一法人中已启用，只能有一个。',
  },
  'registration-taken': {
    short: '登记号属于另一客户',
    sentence: '号码“{value}”也属于另一法人。号码相同的法人是同一个。',
  },
  'registration-repeated': { short: '登记号重复', sentence: '号码“{value}”给出了两次。' },
  'more-faults': { short: '更多错误', sentence: '另有 {count} 处错误未列出。' },
  // 表格
  'ambiguous-customer': {
    short: '客户不唯一',
    sentence: '“{value}”可能指以下任意一个：{customers}。请使用编号或登记号。',
  },
  'ambiguous-day': { short: '日期有歧义', sentence: '“{value}”可能是 {first}或 {second}。请说明日与月的先后。' },
  'ambiguous-study': { short: '案例不唯一', sentence: '“{value}”可能指以下任意一个：{studies}。请填写案例编号。' },
  'formula-without-result': {
    short: '公式没有结果',
    sentence: '文件中没有该公式的结果。请在电子表格中打开并保存，或直接输入值。',
  },
  'no-customer-and-title': { short: '既无客户也无标题', sentence: '该行既没有客户也没有标题，无法判断是什么。' },
  'no-heading-row': { short: '没有标题行', sentence: '未找到含有至少三个已知列名的行。请手动匹配各列。' },
  'not-a-registration': {
    short: '不是登记号',
    sentence: '“{value}”不是登记号。请写明类别和号码，例如“duns 080000017”。',
  },
  'repeated-row': { short: '同一记录出现两次', sentence: '第 {row} 行已描述同一记录，请合并。' },
  'row-without-name': { short: '缺少法定名称', sentence: '新客户必须有法定名称。' },
  'shared-alias': {
    short: '别名不唯一',
    sentence: '“{value}”可能指以下任意一项：{specializations}。请写明所指的一项。',
  },
  'unknown-study': { short: '未知的案例', sentence: '没有案例“{value}”。' },
  // 请求
  'not-valid': { short: '无效', sentence: '此处无效。' },
  'number-out-of-range': { short: '数值超出范围', sentence: '数值超过 {limit}。' },
  'unknown-filter': { short: '未知的筛选条件', sentence: '该列表没有这个筛选条件。' },
  'unknown-sort': { short: '未知的排序', sentence: '该列表可按以下各项排序：{allowed}。' },
};
