import { useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { PageFrame, PageHead } from '../ui/page-frame';
import { FirstSteps } from './first-steps';

const words = defineWords(
  {
    name: 'First steps',
    title: 'How would you like to begin?',
    lead: 'Nothing is final: what you bring in can be undone, and the demo company can be removed again.',
    full: 'Your portfolio has begun already. You can still bring in more.',
  },
  {
    name: '开始使用',
    title: '您想如何开始？',
    lead: '一切都可以反悔：导入可以撤销，示例公司也可以移除。',
    full: '您的案例库已有内容，仍可继续导入。',
  },
);

export function Page() {
  const say = useWords(words);
  const { portfolioIsEmpty } = useSession();
  return (
    <PageFrame title={say('name')}>
      <PageHead title={say('title')}>{say(portfolioIsEmpty ? 'lead' : 'full')}</PageHead>
      <FirstSteps />
    </PageFrame>
  );
}
