import { defineWords } from './language.js';

/** What a specialization is short of: the parts that are above 0, joined by `joinList`, in `short`; `nothing` when none is. */
export const missingWords = defineWords({
  en: {
    short: 'Short of {parts}',
    nothing: 'Nothing missing',
    studies: '{count, plural, one {# study} other {# studies}}',
    public: '{count, plural, one {# public one} other {# public ones}}',
    categories: '{count, plural, one {# category} other {# categories}}',
  },
  zh: {
    short: '还差 {parts}',
    nothing: '不缺',
    studies: '{count, number} 个案例',
    public: '{count, number} 个公开案例',
    categories: '{count, number} 个类别',
  },
});
