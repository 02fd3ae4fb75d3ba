import { defineWords } from './language.js';

/**
 * What an import found that is no fault. `value` is the sheet, the column or the service; for an outcome it is the
 * number read from `statement`, if any was.
 */
export const importNoteWords = defineWords({
  en: {
    'hidden-sheet': 'The hidden sheet “{value}” was left out.',
    'sheet-left-out': 'The sheet “{value}” was left out: it holds none of the three tables.',
    'unknown-column': 'The column “{value}” is not known and was left out. Match it by hand if it matters.',
    'unknown-service': '“{value}” is not in the catalog of AWS services. It is kept as written.',
    'value-read':
      '{value, select, _ {No number was found in “{statement}”.} other {{value} was read as the value of “{statement}”. Check it.}}',
    'empty-row': 'A row with neither a customer nor a title was left out.',
  },
  zh: {
    'hidden-sheet': '隐藏的工作表“{value}”未导入。',
    'sheet-left-out': '工作表“{value}”未导入：其中没有三种表格中的任何一种。',
    'unknown-column': '未知的列“{value}”未导入。如有需要，请手动匹配。',
    'unknown-service': '“{value}”不在 AWS 服务目录中，按原文保留。',
    'value-read': '{value, select, _ {“{statement}”中没有数字。} other {“{statement}”的数值读作 {value}，请核对。}}',
    'empty-row': '既无客户也无标题的一行未导入。',
  },
});

/** The questions that come before anything is created; the two names stand below each. */
export const importQuestionWords = defineWords({
  en: {
    'same-customer': 'Is this the same customer?',
    'unit-of': 'Is this a unit of it, or a legal entity of its own?',
  },
  zh: {
    'same-customer': '是同一个客户吗？',
    'unit-of': '是其分支，还是独立的法人？',
  },
});

export const importChoiceWords = defineWords({
  en: {
    same: 'The same as “{candidate}”',
    another: 'Another customer',
    unit: 'A unit of “{candidate}”',
    entity: 'A legal entity of its own',
  },
  zh: { same: '与“{candidate}”相同', another: '另一个客户', unit: '“{candidate}”的分支', entity: '独立的法人' },
});

export const importStateWords = defineWords({
  en: {
    'dry-run': 'Checked, not imported',
    committing: 'Importing',
    committed: 'Imported',
    undone: 'Undone',
    failed: 'Not imported',
  },
  zh: {
    'dry-run': '已检查，未导入',
    committing: '正在导入',
    committed: '已导入',
    undone: '已撤销',
    failed: '未能导入',
  },
});

export const importOutcomeWords = defineWords({
  en: { created: 'Created', changed: 'Changed', unchanged: 'Unchanged', asked: 'Asked', refused: 'Refused' },
  zh: { created: '新建', changed: '更改', unchanged: '无变化', asked: '待回答', refused: '已拒绝' },
});
