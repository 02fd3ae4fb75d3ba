import { useWords } from '../platform/words';
import { PageFrame, PageHead } from '../ui/page-frame';
import { FirstSteps } from '../welcome/first-steps';
import { homeWords } from './home.words';

/** Home before there is anything: three ways to begin. */
export default function Beginning() {
  const say = useWords(homeWords);
  return (
    <PageFrame title={say('name')}>
      <PageHead title={say('begin')}>{say('beginLead')}</PageHead>
      <FirstSteps />
    </PageFrame>
  );
}
