import { consentWords, relationWords, stageWords, studyFieldWords, visibilityMeanings, visibilityWords } from '@caseboard/wording';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Segmented } from '../ui/choose';
import { DayField } from '../ui/day-field';
import { FieldFrame, SelectField, TextField } from '../ui/field';
import { Check } from './check';
import { CustomerChoice } from './customer-choice';
import { OwnerField } from './owner-field';
import { useStudy } from './study-context';
import type { StudyField } from './study-fields';
import { useCustomer } from './study.queries';
import styles from './study-page.module.css';

const words = defineWords(
  {
    who: 'Who',
    published: 'What is published',
    work: 'The work',
    consent: 'Consent and diagrams',
    none: 'Not chosen',
    yes: 'Yes',
    no: 'No',
    unanswered: 'Not answered',
    through: 'counts through {day}',
    until: 'Consent ends on',
    withheld: 'The customer of this anonymous study is not shown to you.',
    customerPage: 'Names, units, industry: {link}',
    open: 'the customer’s page',
    outside: 'It is {relation}: it counts only when the same is offered to outside customers.',
  },
  {
    who: '客户与负责人',
    published: '发布',
    work: '项目',
    consent: '授权与架构图',
    none: '未选择',
    yes: '是',
    no: '否',
    unanswered: '未回答',
    through: '有效至 {day}',
    until: '授权截止日期',
    withheld: '此匿名案例的客户不向您显示。',
    customerPage: '名称、分支、行业：{link}',
    open: '客户页面',
    outside: '关系为{relation}：仅当也提供给外部客户时才有效。',
  },
);

/** Everything about the study that is not its text. */
export function FactsTab() {
  const say = useWords(words);
  const language = useLanguage();
  const names = studyFieldWords[language];
  const { day } = useDays();
  const { draft, set, standing, mayEdit, faultOf } = useStudy();
  const { data: customer } = useCustomer(draft.customerWithheld ? null : draft.customer);
  const outside = customer && customer.relation !== 'external';
  const expiresOn = standing?.expiresOn;
  return (
    <div className={styles.facts}>
      <section className={styles.group}>
        <h2>{say('who')}</h2>
        <Fact field="customer" checks={['legal-entity', 'industry']}>
          {draft.customerWithheld ? (
            <p>{say('withheld')}</p>
          ) : (
            <CustomerChoice
              value={draft.customer}
              readOnly={!mayEdit}
              error={faultOf('customer')}
              onChange={(id) => set('customer', id)}
              help={
                draft.customer &&
                say.rich('customerPage', {
                  link: (
                    <Link
                      key="link"
                      to="/customers/$id"
                      params={{ id: draft.customer }}
                      style={{ color: 'var(--accent)', textDecoration: 'underline' }}
                    >
                      {say('open')}
                    </Link>
                  ),
                })
              }
            />
          )}
        </Fact>
        <Fact field="owner">
          <OwnerField value={draft.owner} readOnly={!mayEdit} error={faultOf('owner')} onChange={(owner) => set('owner', owner)} />
        </Fact>
        {(outside || draft.offeredExternally !== null) && (
          <Fact field="offeredExternally" checks={['external-customer']}>
            <SelectField
              label={names.offeredExternally}
              disabled={!mayEdit}
              help={
                outside ? say('outside', { relation: relationWords[language][customer.relation].toLocaleLowerCase(language) }) : undefined
              }
              value={draft.offeredExternally === null ? '' : String(draft.offeredExternally)}
              choices={[
                { value: '', label: say('unanswered') },
                { value: 'true', label: say('yes') },
                { value: 'false', label: say('no') },
              ]}
              onChange={(value) => set('offeredExternally', value === '' ? null : value === 'true')}
            />
          </Fact>
        )}
      </section>
      <section className={styles.group}>
        <h2>{say('published')}</h2>
        <Fact field="visibility" wide>
          <FieldFrame label={names.visibility} help={visibilityMeanings[language][draft.visibility]}>
            <div>
              {mayEdit ? (
                <Segmented
                  label={names.visibility}
                  value={draft.visibility}
                  options={(['public', 'anonymous', 'private'] as const).map((value) => ({
                    value,
                    label: visibilityWords[language][value],
                    icon: ({ public: 'globe', anonymous: 'mask', private: 'lock' } as const)[value],
                  }))}
                  onChange={(value) => set('visibility', value)}
                />
              ) : (
                visibilityWords[language][draft.visibility]
              )}
            </div>
          </FieldFrame>
        </Fact>
      </section>
      <section className={styles.group}>
        <h2>{say('work')}</h2>
        <Fact field="stage" checks={['in-production']}>
          <SelectField
            label={names.stage}
            value={draft.stage ?? ''}
            disabled={!mayEdit}
            choices={[{ value: '', label: say('none') }, ...choicesOf(stageWords[language])]}
            onChange={(value) => set('stage', value || null)}
          />
        </Fact>
        <Fact field="deployedOn" checks={['fresh']}>
          <DayField
            label={names.deployedOn}
            value={draft.deployedOn ?? ''}
            disabled={!mayEdit}
            error={faultOf('deployedOn')}
            consequence={expiresOn && say('through', { day: day(addDays(expiresOn, -1)) })}
            onChange={(value) => set('deployedOn', value || null)}
          />
        </Fact>
        <Fact field="startedOn">
          <DayField
            label={names.startedOn}
            optional
            value={draft.startedOn ?? ''}
            disabled={!mayEdit}
            error={faultOf('startedOn')}
            onChange={(value) => set('startedOn', value || null)}
          />
        </Fact>
        <Fact field="endedOn">
          <DayField
            label={names.endedOn}
            optional
            value={draft.endedOn ?? ''}
            disabled={!mayEdit}
            error={faultOf('endedOn')}
            onChange={(value) => set('endedOn', value || null)}
          />
        </Fact>
      </section>
      <section className={styles.group}>
        <h2>{say('consent')}</h2>
        <Fact field="consent" checks={['consent']}>
          <SelectField
            label={names.consent}
            value={draft.consent.state ?? ''}
            disabled={!mayEdit}
            choices={[
              { value: '', label: consentWords[language].unrecorded },
              ...(['asked', 'granted', 'refused', 'withdrawn'] as const).map((value) => ({ value, label: consentWords[language][value] })),
            ]}
            onChange={(value) => set('consent', { ...draft.consent, state: value || null })}
          />
        </Fact>
        <div>
          {(draft.consent.state === 'granted' || draft.consent.until) && (
            <DayField
              label={say('until')}
              optional
              value={draft.consent.until ?? ''}
              disabled={!mayEdit}
              error={faultOf('consent')}
              onChange={(value) => set('consent', { ...draft.consent, until: value || null })}
            />
          )}
        </div>
        <Fact field="diagrams" checks={['diagram']}>
          <TextField
            label={names.diagrams}
            type="number"
            min={0}
            max={10_000}
            inputMode="numeric"
            value={String(draft.diagrams)}
            readOnly={!mayEdit}
            error={faultOf('diagrams')}
            onChange={(event) => set('diagrams', Math.max(0, Math.trunc(Number(event.target.value)) || 0))}
          />
        </Fact>
      </section>
    </div>
  );
}

/** One field with the checks that look at it below. */
function Fact({
  field,
  checks = [],
  wide,
  children,
}: {
  field: StudyField;
  checks?: readonly string[];
  wide?: boolean;
  children: ReactNode;
}) {
  const { finding } = useStudy();
  return (
    <div data-place={field} data-wide={wide || undefined}>
      {children}
      {checks.map((code) => (
        <div key={code} className={styles.factCheck}>
          <Check finding={finding(code)} quiet />
        </div>
      ))}
    </div>
  );
}
