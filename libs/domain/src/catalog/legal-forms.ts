/**
 * Legal forms that are no part of a name (rules 5.4), from the project's own list of 2026-11-22. They compare folded,
 * full stops and slashes aside. 集团, Group and Holding alone are no forms.
 */

/** Forms of scripts that space their words: they stand apart by a space, a comma, `&` or the end of the name. */
export const spacedLegalForms: readonly string[] = [
  '(pty) ltd', 'a s', 'a/s', 'ab', 'ag', 'ag & co kg', 'ag & co kgaa', 'aktiebolag', 'aktiengesellschaft', 'aps', 'as', 'asa', 'b v',
  'berhad', 'bhd', 'bv', 'co', 'co kg', 'company', 'corp', 'corporation', 'd o o', 'doo', 'e v', 'eg', 'eirl', 'ev',
  'gesellschaft mit beschränkter haftung', 'gk', 'gmbh', 'gmbh & co kg', 'gmbh & co kgaa', 'godo kaisha', 'inc', 'incorporated', 'jsc',
  'k s', 'kabushiki kaisha', 'kft', 'kg', 'kgaa', 'kk', 'ks', 'l l c', 'limitada', 'limited', 'limited liability company', 'llc', 'llp',
  'lp', 'ltd', 'ltda', 'mbh', 'n v', 'nv', 'nyrt', 'ohg', 'ojsc', 'ooo', 'oy', 'oyj', 'pjsc', 'plc', 'private limited',
  'proprietary limited', 'pt', 'pte', 'pte ltd', 'pty', 'pty ltd', 'public limited company', 'pvt ltd', 's a', 's a de c v', 's a s',
  's c a', 's g p s', 's l', 's p a', 's r l', 's r o', 's/a', 'sa', 'sa de cv', 'sarl', 'sas', 'sca', 'sdn bhd', 'se', 'se & co kgaa',
  'sgps', 'sl', 'slu', 'sociedad anónima', 'società per azioni', 'société anonyme', 'sp z o o', 'sp z oo', 'sp zoo', 'spa',
  'spolka akcyjna', 'srl', 'sro', 'sàrl', 'tbk', 'ug', 'zao', 'zrt', 'ао', 'зао', 'оао', 'ооо', 'пао',
];

/** Forms of Chinese, Japanese and Korean names: they need no space beside them. */
export const unspacedLegalForms: readonly string[] = [
  '股份有限公司', '有限责任公司', '有限公司', '集团有限公司', '集團有限公司', '股份公司', '無限公司', '有限責任公司', '株式会社', '合同会社', '有限会社', '合資会社', '주식회사', '유한회사', '㈱', '(주)',
];
