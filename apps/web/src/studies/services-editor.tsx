import { useMemo } from 'react';
import { studyFieldWords } from '@caseboard/wording';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { ProseField } from '../ui/prose-field';
import { Suggest } from '../ui/suggest';
import { Check, CheckLine } from './check';
import { NameCard } from './name-card';
import { useStudy } from './study-context';
import { useServices } from './study.queries';
import { WriteRow } from './write-layout';
import styles from './write.module.css';

const words = defineWords(
  {
    name: 'Service {n}',
    usage: 'What {name} does here',
    add: 'Add a service',
    remove: 'Remove {name}',
    unknown: '“{name}” is not in the catalog of AWS services. It counts all the same.',
    official: 'Is {name}',
    placeholder: 'Amazon EKS, Lambda…',
    does: 'What it does in this solution',
  },
  {
    name: '服务 {n}',
    usage: '{name} 在此的作用',
    add: '添加服务',
    remove: '移除 {name}',
    unknown: 'AWS 服务目录中没有“{name}”，但仍会计入。',
    official: '即 {name}',
    placeholder: 'Amazon EKS、Lambda…',
    does: '它在方案中的作用',
  },
);

/** The named services and what each does; unknown names are marked, never refused (rules 5.2). */
export function ServicesEditor() {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, set, finding, standing, mayEdit, marksAt, faultOf } = useStudy();
  const options = useServiceOptions();
  const { services } = draft;
  const change = (index: number, part: Partial<(typeof services)[number]>) =>
    set(
      'services',
      services.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  const known = (name: string) => standing?.services.find((each) => each.name === name);
  return (
    <>
      {services.map((service, index) => {
        const path = `services[${index}].usage`;
        const state = known(service.name);
        return (
          <WriteRow
            key={index}
            place={path}
            margin={
              <>
                {index === 0 && <ServiceChecks />}
                {state && state.known === null && <CheckLine of="advice">{say('unknown', { name: service.name })}</CheckLine>}
                {state?.known && state.known !== service.name.trim() && (
                  <CheckLine of="met">{say('official', { name: state.known })}</CheckLine>
                )}
                <NameCard path={path} />
              </>
            }
          >
            <div className={styles.service}>
              {mayEdit ? (
                <Suggest
                  label={say('name', { n: index + 1 })}
                  bare
                  text={service.name}
                  placeholder={say('placeholder')}
                  options={options}
                  onText={(name) => change(index, { name })}
                  onChoose={({ label }) => change(index, { name: label })}
                />
              ) : (
                <b>{service.name}</b>
              )}
              <ProseField
                value={service.usage}
                marks={marksAt(path, service.usage)}
                aria-label={say('usage', { name: service.name || say('name', { n: index + 1 }) })}
                placeholder={say('does')}
                readOnly={!mayEdit}
                className={styles.usage}
                onChange={(event) => change(index, { usage: event.target.value })}
              />
              {mayEdit && (
                <IconButton
                  icon="close"
                  size="small"
                  label={say('remove', { name: service.name || studyFieldWords[language].services })}
                  onClick={() =>
                    set(
                      'services',
                      services.filter((_, at) => at !== index),
                    )
                  }
                />
              )}
            </div>
          </WriteRow>
        );
      })}
      <WriteRow
        place={services.length === 0 ? 'services' : undefined}
        fault={faultOf('services')}
        margin={services.length === 0 && <ServiceChecks />}
      >
        {mayEdit && (
          <Button size="small" look="quiet" icon="plus" onClick={() => set('services', [...services, { name: '', usage: '' }])}>
            {say('add')}
          </Button>
        )}
      </WriteRow>
    </>
  );

  function ServiceChecks() {
    const named = finding('aws-services');
    return (
      <>
        {named?.outcome === 'met' ? <Check finding={finding('service-usage')} /> : <Check finding={named} />}
        <Check finding={finding('required-services')} quiet />
      </>
    );
  }
}

/** Every AWS service by its usual short name and its official one. */
export function useServiceOptions() {
  const { data } = useServices();
  return useMemo(
    () =>
      (data?.items ?? []).map(({ name, shortNames }) => {
        const usual = shortNames.find((short) => /^(Amazon|AWS) /.test(short)) ?? name;
        return {
          value: name,
          label: usual,
          beside: [usual === name ? '' : name, ...shortNames.filter((short) => short !== usual)].filter(Boolean).join(' · '),
        };
      }),
    [data],
  );
}
