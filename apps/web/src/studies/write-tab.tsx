import { placeWords, requirementWords, studyFieldWords } from '@caseboard/wording';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { ProseField } from '../ui/prose-field';
import { AddressEditor } from './address-editor';
import { Check } from './check';
import { NameCard } from './name-card';
import { OutcomesEditor } from './outcomes-editor';
import { SectionEditor } from './section-editor';
import { ServicesEditor } from './services-editor';
import { useStudy } from './study-context';
import type { StudyField } from './study-fields';
import { WriteNav } from './write-nav';
import { WriteRow, WriteSection } from './write-layout';
import styles from './write.module.css';

const words = defineWords(
  {
    head: 'Title and summary',
    services: 'AWS services',
    servicesNote: 'what each one does here',
    support: 'Support',
    supportNote: 'asked by managed service programmes',
    address: 'Address',
    notTold: 'Not told yet',
  },
  {
    head: '标题与摘要',
    services: 'AWS 服务',
    servicesNote: '以及各自的作用',
    support: '支持',
    supportNote: '托管服务类计划要求',
    address: '网址',
    notTold: '尚未说明',
  },
);

/** The text of the study at reading size, with the checks in its margin. */
export function WriteTab() {
  const say = useWords(words);
  const { draft } = useStudy();
  return (
    <div className={styles.write}>
      <WriteNav />
      <div className={styles.sheet}>
        <WriteSection part="head" title={say('head')} bare>
          <TextRow field="title" check="title" size="title" />
          <TextRow field="summary" check="summary" />
          {draft.visibility === 'anonymous' && <TextRow field="anonymousDescription" check="anonymous-description" />}
        </WriteSection>
        <SectionEditor name="aboutCustomer" />
        <SectionEditor name="challenge" />
        <SectionEditor name="solution" checks={['services-in-text']} />
        <WriteSection part="services" title={say('services')} beside={say('servicesNote')}>
          <ServicesEditor />
        </WriteSection>
        <SectionEditor name="results" checks={['figure-in-results']}>
          <OutcomesEditor />
        </SectionEditor>
        <SectionEditor name="aboutPartner" checks={['partner-specializations']} />
        <WriteSection part="support" title={say('support')} beside={say('supportNote')}>
          <TextRow field="support.before" check="support-services" />
          <TextRow field="support.during" />
          <TextRow field="support.after" />
        </WriteSection>
        <WriteSection part="address" title={say('address')}>
          <AddressEditor />
        </WriteSection>
      </div>
    </div>
  );
}

type TextRowField = Extract<StudyField, 'title' | 'summary' | 'anonymousDescription' | `support.${string}`>;

function TextRow({
  field,
  check,
  size,
}: {
  field: TextRowField;
  check?: 'title' | 'summary' | 'anonymous-description' | 'support-services';
  size?: 'prose' | 'title';
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, set, finding, marksAt, mayEdit, faultOf } = useStudy();
  const value = textOf(draft, field);
  const label = field.startsWith('support.') ? studyFieldWords[language][field.slice(8) as 'before'] : placeWords(field, language);
  return (
    <WriteRow
      place={field}
      fault={faultOf(field)}
      margin={
        <>
          {check && <Check brief finding={finding(check)} />}
          <NameCard path={field} />
        </>
      }
    >
      <p className={styles.label} aria-hidden>
        {label}
      </p>
      <ProseField
        value={value}
        size={size}
        marks={marksAt(field, value)}
        aria-label={label}
        readOnly={!mayEdit}
        placeholder={check ? requirementWords[language][check].hint : say('notTold')}
        onChange={(event) => set(field, size === 'title' ? event.target.value.replaceAll('\n', ' ') : event.target.value)}
      />
    </WriteRow>
  );
}

function textOf(draft: ReturnType<typeof useStudy>['draft'], field: TextRowField): string {
  if (field === 'support.before' || field === 'support.during' || field === 'support.after')
    return draft.support[field.slice(8) as 'before' | 'during' | 'after'];
  return draft[field as 'title' | 'summary' | 'anonymousDescription'];
}
