import type { FigureName, SpecializationPage } from '@caseboard/contracts';
import { defineWords, useLanguage, useWords } from '../platform/words';

const words = defineWords(
  {
    studies: '{count, plural, one {1 customer study} other {# customer studies}}',
    public: '{count, plural, =0 {None need be public} one {1 of them public} other {# of them public}}',
    freshnessMonths: 'In production, at most {count} months ago',
    never: 'In production; never ages',
    services: 'Uses {list}',
    categories: 'Categories: {list}',
    categoryPerStudy: 'A category named for each study',
    categoriesCovered: '{count, plural, one {1 category covered} other {# categories covered}}',
    supportServices: 'Support told: before and after, or during',
    diagram: 'An architecture diagram',
    unusedStudies: 'Not accepted in an earlier application',
    or: ' or ',
    and: '; and ',
  },
  {
    studies: '{count} 个客户案例',
    public: '{count, plural, =0 {无须公开} other {其中 # 个公开}}',
    freshnessMonths: '已投产，且不超过 {count} 个月',
    never: '已投产，不过期',
    services: '使用 {list}',
    categories: '类别：{list}',
    categoryPerStudy: '每个案例须选择类别',
    categoriesCovered: '须覆盖 {count} 个类别',
    supportServices: '须说明支持：实施前后，或实施期间',
    diagram: '须有架构图',
    unusedStudies: '此前申请中未被接受过',
    or: ' 或 ',
    and: '；以及 ',
  },
);

/** What a figure asks, as a sentence. */
export function useFigureText(): (figure: FigureName, requires: SpecializationPage['entry']['requires']) => string {
  const say = useWords(words);
  const language = useLanguage();
  return (figure, requires) => {
    switch (figure) {
      case 'studies':
      case 'public':
      case 'categoriesCovered':
        return say(figure, { count: requires[figure] });
      case 'freshnessMonths':
        return requires.freshnessMonths === null ? say('never') : say(figure, { count: requires.freshnessMonths });
      case 'services':
        return say(figure, { list: requires.services.map((group) => group.join(say('or'))).join(say('and')) });
      case 'categories':
        return say(figure, { list: requires.categories.join(language === 'zh' ? '、' : ', ') });
      case 'categoryPerStudy':
      case 'supportServices':
      case 'diagram':
      case 'unusedStudies':
        return say(figure);
    }
  };
}

/** A figure as a person types it, and back; `undefined` where it cannot be read. Services: groups by line, names by semicolon. */
export const figureInput: {
  readonly [F in FigureName]: { show: (requires: SpecializationPage['entry']['requires']) => string; read: (text: string) => unknown };
} = {
  studies: { show: ({ studies }) => String(studies), read: whole },
  public: { show: (requires) => String(requires.public), read: whole },
  freshnessMonths: {
    show: ({ freshnessMonths }) => String(freshnessMonths ?? ''),
    read: (text) => (text.trim() === '' ? null : whole(text)),
  },
  services: {
    show: ({ services }) => services.map((group) => group.join('; ')).join('\n'),
    read: (text) => lines(text).map((line) => parts(line)),
  },
  categories: { show: ({ categories }) => categories.join('\n'), read: lines },
  categoryPerStudy: { show: ({ categoryPerStudy }) => String(categoryPerStudy), read: (text) => text === 'true' },
  categoriesCovered: { show: ({ categoriesCovered }) => String(categoriesCovered), read: whole },
  supportServices: { show: ({ supportServices }) => String(supportServices), read: (text) => text === 'true' },
  diagram: { show: ({ diagram }) => String(diagram), read: (text) => text === 'true' },
  unusedStudies: { show: ({ unusedStudies }) => String(unusedStudies), read: (text) => text === 'true' },
};

export const flagFigures: readonly FigureName[] = ['categoryPerStudy', 'supportServices', 'diagram', 'unusedStudies'];
export const listFigures: readonly FigureName[] = ['services', 'categories'];

function whole(text: string): number | string {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function parts(line: string): string[] {
  return line
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
