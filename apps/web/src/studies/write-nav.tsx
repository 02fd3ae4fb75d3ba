import { sectionWords } from '@caseboard/wording';
import { useEffect, useState } from 'react';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Mark, type MarkOf } from '../ui/mark';
import { Shortcut } from '../ui/tag';
import { useStudy, type StudyOnPage } from './study-context';
import { fieldOfPath } from './study-fields';
import { fieldOfFinding, isGap, partOfField, writeParts, type WritePart } from './study-places';
import styles from './write.module.css';

const words = defineWords(
  {
    parts: 'Parts of the text',
    head: 'Title and summary',
    services: 'AWS services',
    support: 'Support',
    address: 'Address',
    nextGap: 'next gap',
  },
  { parts: '正文各部分', head: '标题与摘要', services: 'AWS 服务', support: '支持', address: '网址', nextGap: '下一处缺项' },
);

/** Where one is in the text, and which parts still have a gap. */
export function WriteNav() {
  const say = useWords(words);
  const language = useLanguage();
  const study = useStudy();
  const here = usePartInView();
  const name = (part: WritePart) =>
    part === 'head' || part === 'services' || part === 'support' || part === 'address' ? say(part) : sectionWords[language][part];
  return (
    <nav className={styles.nav} aria-label={say('parts')}>
      <ul>
        {writeParts.map((part) => (
          <li key={part}>
            <button type="button" aria-current={part === here ? 'true' : undefined} onClick={() => show(part)}>
              {study.standing ? <Mark of={stateOf(study, part)} label={undefined} /> : <span className={styles.navRoom} />}
              {name(part)}
            </button>
          </li>
        ))}
      </ul>
      {study.gaps.length > 0 && (
        <p className={styles.keys}>
          <Shortcut keys="alt+down" /> {say('nextGap')}
        </p>
      )}
    </nav>
  );
}

/** The worst that is said about a part; what nobody asks is a faint dot. */
function stateOf({ standing, finding, draft }: StudyOnPage, part: WritePart): MarkOf {
  const findings = [...(standing?.general ?? []), ...(standing?.linked ?? []).flatMap((each) => each.findings)].filter(
    ({ code }) => code !== 'name-withheld' && partOfField[fieldOfFinding(code)] === part,
  );
  const hasName =
    draft.visibility === 'anonymous' && standing?.names.places.some(({ path }) => partOfField[fieldOfPath(path) ?? 'customer'] === part);
  if (hasName && finding('name-withheld')?.outcome === 'unmet') return 'unmet';
  const gaps = findings.filter(isGap);
  if (gaps.some(({ outcome }) => outcome === 'unmet')) return 'unmet';
  if (gaps.length > 0) return 'unanswered';
  return findings.length > 0 ? 'met' : 'none';
}

function show(part: WritePart) {
  const section = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
  section?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  section?.querySelector<HTMLElement>('textarea, input, select, button')?.focus({ preventScroll: true });
}

function usePartInView(): WritePart {
  const [part, setPart] = useState<WritePart>('head');
  useEffect(() => {
    const look = () => {
      const sections = [...document.querySelectorAll<HTMLElement>('[data-part]')];
      const passed = sections.filter((section) => section.getBoundingClientRect().top < 200);
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4 && window.scrollY > 0;
      const current = atEnd ? sections.at(-1) : (passed.at(-1) ?? sections[0]);
      if (current?.dataset.part) setPart(current.dataset.part as WritePart);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  return part;
}
