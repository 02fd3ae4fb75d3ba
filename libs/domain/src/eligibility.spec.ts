import { addDays, type Day } from './day.js';
import { findingCodes, type FindingCode, type FindingOutcome } from './eligibility.js';
import type { Customer, Requirements, Specialization, Study } from './portfolio.js';
import { contextOf, readStudy } from './study-reading.js';
import { aCustomer, anApplication, aPortfolio, aSpecialization, aStudy, day } from './testing.js';
import { findingsOf, gapsOf, judge, prepareSpecialization, prepareStudy, type Verdict } from './verdict.js';

const asOf = day('2026-11-22');

interface Case {
  readonly study?: Parameters<typeof aStudy>[0];
  readonly requires?: Partial<Requirements>;
  readonly customers?: readonly Customer[];
  readonly held?: readonly string[];
  readonly known?: readonly Specialization[];
  readonly asOf?: Day;
}

function verdictOf({ study, requires, customers = [aCustomer()], held = ['ecs'], known, asOf: on = asOf }: Case): Verdict {
  const specialization = aSpecialization(requires ? { requires } : {});
  const portfolio = aPortfolio({ customers, partner: { ...aPortfolio().partner, heldSpecializations: held } });
  const context = contextOf(portfolio, known ? { known } : {});
  return judge(prepareStudy(readStudy(aStudy(study), context)), prepareSpecialization(specialization, context.services), on);
}

function outcomeOf(code: FindingCode, given: Case): FindingOutcome | 'none' {
  return findingsOf(verdictOf(given)).find((finding) => finding.code === code)?.outcome ?? 'none';
}

test('a complete study supports its specialization, and every finding that applies is met', () => {
  const verdict = verdictOf({});
  expect(verdict.supports).toBe(true);
  expect(gapsOf(verdict)).toEqual([]);
  expect(verdict.expiresOn).toBe('2027-12-31');
});

test('findings come in the order of the table', () => {
  const codes = findingsOf(
    verdictOf({
      study: { visibility: 'anonymous' },
      requires: { supportServices: true, categoryPerStudy: true, unusedStudies: true },
      customers: [aCustomer({ relation: 'internal' })],
    }),
  );
  expect(codes.map(({ code }) => code)).toEqual(findingCodes);
  expect(findingCodes.join(' ')).toBe(
    'legal-entity external-customer in-production fresh title summary section:aboutCustomer section:challenge section:solution ' +
      'section:results section:aboutPartner section-length:aboutCustomer section-length:challenge section-length:solution ' +
      'section-length:results section-length:aboutPartner aws-services service-usage services-in-text measured-outcome ' +
      'figure-in-results partner-specializations published url-reachable anonymous-description name-withheld consent industry ' +
      'relevance required-services category support-services diagram not-used-before',
  );
});

const paragraphs = (n: number) => Array.from({ length: n }, (_, i) => `Paragraph ${i}`);
const affiliate = [aCustomer({ relation: 'affiliate' })];
const unitOf = (partOf: string | null, more: Partial<Customer> = {}) => aCustomer({ id: 'c1', kind: 'unit', partOf, ...more });
const accepted = (on: string) =>
  anApplication({
    history: [
      { state: 'submitted', on: day('2020-01-01') },
      { state: 'accepted', on: day(on) },
    ],
  });
const consent = (state: Study['consent']['state'], until: string | null = null) => ({
  consent: { state, until: until === null ? null : day(until) },
});

const table: { readonly [C in FindingCode]?: readonly (readonly [FindingOutcome | 'none', string, Case])[] } = {
  'legal-entity': [
    ['met', 'the customer is one', {}],
    ['met', 'the customer is a unit of one', { customers: [unitOf('c2'), aCustomer({ id: 'c2' })] }],
    ['unmet', 'the customer is a unit of nothing', { customers: [unitOf(null)] }],
    ['unmet', 'the chain of the customer runs in a circle', { customers: [unitOf('c1')] }],
    ['unanswered', 'no customer is given', { study: { customer: null } }],
  ],
  'external-customer': [
    ['none', 'the customer is external', { study: { offeredExternally: null } }],
    ['none', 'no customer is given', { study: { customer: null, offeredExternally: false } }],
    ['met', 'an affiliate got what is offered to others too', { customers: affiliate }],
    ['unmet', 'an affiliate got what is offered to nobody else', { customers: affiliate, study: { offeredExternally: false } }],
    ['unanswered', 'it is not told whether it is offered', { customers: affiliate, study: { offeredExternally: null } }],
    [
      'none',
      'a unit is internal but its legal entity is external',
      {
        customers: [unitOf('c2', { relation: 'internal' }), aCustomer({ id: 'c2' })],
        study: { offeredExternally: false },
      },
    ],
    [
      'unmet',
      'a unit without a legal entity is internal',
      { customers: [unitOf(null, { relation: 'internal' })], study: { offeredExternally: false } },
    ],
  ],
  'in-production': [
    ['met', 'it goes live on the day', { study: { deployedOn: asOf } }],
    ['met', 'the go-live is not given', { study: { deployedOn: null } }],
    ['unmet', 'it goes live the day after', { study: { deployedOn: addDays(asOf, 1) } }],
    ['unmet', 'it is a pilot', { study: { stage: 'pilot' } }],
    ['unmet', 'it is a proof of concept', { study: { stage: 'proof-of-concept', deployedOn: null } }],
    ['unanswered', 'the stage is not given', { study: { stage: null } }],
    ['unanswered', 'the stage is not given and it goes live later', { study: { stage: null, deployedOn: addDays(asOf, 1) } }],
  ],
  fresh: [
    ['met', 'it is the last day it counts', { study: { deployedOn: day('2025-05-22') } }],
    ['unmet', 'it is the day it expires', { study: { deployedOn: day('2025-05-21') } }],
    ['met', 'it goes live on the day', { study: { deployedOn: asOf } }],
    ['unmet', 'it goes live the day after', { study: { deployedOn: addDays(asOf, 1) } }],
    ['met', 'it never ages', { study: { deployedOn: day('1990-01-01') }, requires: { freshnessMonths: null } }],
    ['unmet', 'it never ages but is not live yet', { study: { deployedOn: addDays(asOf, 1) }, requires: { freshnessMonths: null } }],
    ['met', 'no months count and it went live on the day', { study: { deployedOn: asOf }, requires: { freshnessMonths: 0 } }],
    [
      'unmet',
      'no months count and it went live the day before',
      { study: { deployedOn: addDays(asOf, -1) }, requires: { freshnessMonths: 0 } },
    ],
    ['unanswered', 'the go-live is not given', { study: { deployedOn: null } }],
    ['unanswered', 'the go-live is not given, though it never ages', { study: { deployedOn: null }, requires: { freshnessMonths: null } }],
  ],
  title: [
    ['met', 'there is one', {}],
    ['unanswered', 'it is blank', { study: { title: ' \u3000' } }],
  ],
  summary: [['unanswered', 'it is blank', { study: { summary: '' } }]],
  'section:aboutCustomer': [['unanswered', 'there is no paragraph', { study: { sections: { aboutCustomer: [] } } }]],
  'section:challenge': [['unanswered', 'all paragraphs are blank', { study: { sections: { challenge: [' ', '\n'] } } }]],
  'section:solution': [['met', 'there is one among blank ones', { study: { sections: { solution: ['', 'x'] } } }]],
  'section:results': [['unanswered', 'there is no paragraph', { study: { sections: { results: [] } } }]],
  'section:aboutPartner': [['unanswered', 'there is no paragraph', { study: { sections: { aboutPartner: [] } } }]],
  'section-length:aboutCustomer': [
    ['none', 'there is no paragraph', { study: { sections: { aboutCustomer: [' '] } } }],
    ['met', 'there is one beside blank ones', { study: { sections: { aboutCustomer: ['x', ' '] } } }],
    ['unmet', 'there are two', { study: { sections: { aboutCustomer: paragraphs(2) } } }],
  ],
  'section-length:challenge': [
    ['met', 'there are three', { study: { sections: { challenge: paragraphs(3) } } }],
    ['unmet', 'there are four', { study: { sections: { challenge: paragraphs(4) } } }],
  ],
  'section-length:solution': [
    ['unmet', 'there is one', { study: { sections: { solution: paragraphs(1) } } }],
    ['met', 'there are two', { study: { sections: { solution: paragraphs(2) } } }],
    ['met', 'there are six', { study: { sections: { solution: paragraphs(6) } } }],
    ['unmet', 'there are seven', { study: { sections: { solution: paragraphs(7) } } }],
  ],
  'section-length:results': [['unmet', 'there are four', { study: { sections: { results: paragraphs(4) } } }]],
  'section-length:aboutPartner': [['unmet', 'there are two', { study: { sections: { aboutPartner: paragraphs(2) } } }]],
  'aws-services': [
    ['unanswered', 'there is none', { study: { services: [] } }],
    ['unanswered', 'the only one has a blank name', { study: { services: [{ name: ' ', usage: 'Runs it' }] } }],
    ['met', 'there is one that no catalog knows', { study: { services: [{ name: 'Our Tool', usage: '' }] } }],
  ],
  'service-usage': [
    ['none', 'no service is named', { study: { services: [{ name: ' ', usage: 'Runs it' }] } }],
    [
      'unanswered',
      'the usage stands beside a blank name only',
      {
        study: {
          services: [
            { name: 'Amazon ECS', usage: ' ' },
            { name: '', usage: 'Runs it' },
          ],
        },
      },
    ],
    [
      'met',
      'one of two says it',
      {
        study: {
          services: [
            { name: 'Amazon S3', usage: '' },
            { name: 'Amazon ECS', usage: 'x' },
          ],
        },
      },
    ],
  ],
  'services-in-text': [
    ['none', 'no service is named', { study: { services: [] } }],
    ['none', 'there is no solution', { study: { sections: { solution: [' '] } } }],
    [
      'met',
      'one of two stands there',
      {
        study: {
          services: [
            { name: 'X9', usage: '' },
            { name: 'AMAZON  ecs', usage: '' },
          ],
        },
      },
    ],
    ['met', 'it stands across two paragraphs', { study: { sections: { solution: ['Runs on Amazon', ' ', 'ECS today'] } } }],
    ['unmet', 'it stands within a longer word only', { study: { sections: { solution: ['Runs on Amazon ECSx', 'and more'] } } }],
  ],
  'measured-outcome': [
    ['unanswered', 'there is no outcome', { study: { outcomes: [] } }],
    ['unanswered', 'no outcome has a value', { study: { outcomes: [{ statement: 'Fell by 40 %', value: null, unit: '%' }] } }],
    ['met', 'the value is zero', { study: { outcomes: [{ statement: '', value: 0, unit: null }] } }],
  ],
  'figure-in-results': [
    ['none', 'there are no results', { study: { sections: { results: [''] } } }],
    ['met', 'a digit stands there in another script', { study: { sections: { results: ['x', '٤٠ percent'] } } }],
    ['unmet', 'figures are spelled out, or stand in powers and numerals', { study: { sections: { results: ['Fell by half, 四, ², Ⅳ'] } } }],
  ],
  'partner-specializations': [
    ['none', 'the partner holds none', { held: [] }],
    ['none', 'there is no paragraph about the partner', { study: { sections: { aboutPartner: [] } } }],
    ['met', 'an alias stands there, folded', { study: { sections: { aboutPartner: ['We hold AMAZON ecs  service delivery.'] } } }],
    [
      'met',
      'the name stands across two paragraphs, within a word',
      { study: { sections: { aboutPartner: ['xAmazon', 'ECS Deliverys'] } } },
    ],
    ['unmet', 'none stands there', { study: { sections: { aboutPartner: ['We hold many.'] } } }],
    [
      'unmet',
      'the aliases are blank',
      { known: [aSpecialization({ name: 'Own', aliases: ['', ' '] })], study: { sections: { aboutPartner: ['We'] } } },
    ],
    [
      'met',
      'a held one is known from elsewhere',
      {
        held: ['other'],
        known: [aSpecialization({ code: 'other', name: 'Other', aliases: [] })],
        study: { sections: { aboutPartner: ['another one'] } },
      },
    ],
  ],
  published: [
    ['none', 'it is private', { study: { visibility: 'private', url: '' } }],
    ['met', 'the address has space around it', { study: { url: ' https://example.com/x \n' } }],
    ['met', 'it is anonymous and published', { study: { visibility: 'anonymous', url: 'http://example.com' } }],
    ['unanswered', 'the url is blank', { study: { url: ' ' } }],
    ['unanswered', 'the format is not given, whatever the url', { study: { url: 'ftp://x', format: null } }],
    ['unmet', 'it is another protocol', { study: { url: 'ftp://example.com/x' } }],
    ['unmet', 'it is a path', { study: { url: '/local' } }],
    ['unmet', 'it has no host', { study: { url: 'https://' } }],
    ['unmet', 'the protocol is in capitals', { study: { url: 'HTTPS://example.com' } }],
    ['unmet', 'the host is impossible', { study: { url: 'https://exa mple.com' } }],
  ],
  'url-reachable': [
    ['none', 'it is private', { study: { visibility: 'private', urlState: 'broken' } }],
    ['none', 'the url is blank', { study: { url: ' ', urlState: 'broken' } }],
    ['met', 'it was never checked', { study: { urlState: null } }],
    ['unmet', 'the last check found it broken', { study: { urlState: 'broken' } }],
  ],
  'anonymous-description': [
    ['none', 'it is public', { study: { anonymousDescription: '' } }],
    ['unanswered', 'it is anonymous and has none', { study: { visibility: 'anonymous', anonymousDescription: ' ' } }],
    ['met', 'it is anonymous and has one', { study: { visibility: 'anonymous' } }],
  ],
  'name-withheld': [
    ['none', 'it is public', { study: { title: 'Nordsee' } }],
    ['none', 'no customer is given', { study: { visibility: 'anonymous', customer: null, title: 'Nordsee' } }],
    ['met', 'the name stands nowhere', { study: { visibility: 'anonymous' } }],
    ['unmet', 'the name stands in the title', { study: { visibility: 'anonymous', title: 'For NORDSEE' } }],
    [
      'unmet',
      'the name of its legal entity stands there',
      {
        study: { visibility: 'anonymous', title: 'For Kiel Holding' },
        customers: [unitOf('c2'), aCustomer({ id: 'c2', legalName: 'Kiel Holding' })],
      },
    ],
    [
      'met',
      'the name of the group above stands there',
      {
        study: { visibility: 'anonymous', title: 'For Kiel Holding' },
        customers: [aCustomer({ partOf: 'c2' }), aCustomer({ id: 'c2', legalName: 'Kiel Holding' })],
      },
    ],
  ],
  consent: [
    ['none', 'it is private', { study: { visibility: 'private', ...consent(null) } }],
    ['unanswered', 'nobody asked', { study: consent(null, '2020-01-01') }],
    ['unanswered', 'it was asked', { study: consent('asked') }],
    ['unmet', 'it was refused', { study: consent('refused') }],
    ['unmet', 'it was withdrawn', { study: consent('withdrawn', '2030-01-01') }],
    ['met', 'it was granted until the day', { study: consent('granted', asOf) }],
    ['unmet', 'it was granted until the day before', { study: consent('granted', addDays(asOf, -1)) }],
  ],
  industry: [
    ['none', 'no customer is given', { study: { customer: null } }],
    ['unanswered', 'the customer has none', { customers: [aCustomer({ industry: ' ' })] }],
    ['met', 'its legal entity has one', { customers: [unitOf('c2', { industry: null }), aCustomer({ id: 'c2' })] }],
    ['met', 'the unit has one', { customers: [unitOf('c2'), aCustomer({ id: 'c2', industry: null })] }],
    ['unanswered', 'only the group above has one', { customers: [aCustomer({ industry: null, partOf: 'c2' }), aCustomer({ id: 'c2' })] }],
  ],
  relevance: [
    ['unanswered', 'the application does not tell it', { study: { applications: [anApplication({ relevance: ' ' })] } }],
    ['unanswered', 'there is no application', { study: { applications: [] } }],
  ],
  'required-services': [
    ['none', 'none is required', { requires: { services: [] } }],
    ['unanswered', 'no service is named', { study: { services: [{ name: ' ', usage: '' }] } }],
    ['unmet', 'another one is named', { study: { services: [{ name: 'Amazon EKS', usage: 'x' }] } }],
    ['unmet', 'a second group has none', { requires: { services: [['Amazon ECS'], ['Amazon S3']] } }],
    ['met', 'one of every group is named', { requires: { services: [['Amazon EKS', 'amazon ecs'], ['Amazon ECS']] } }],
    ['unmet', 'a group is empty', { requires: { services: [[]] } }],
  ],
  category: [
    ['none', 'none is asked', { study: { applications: [anApplication({ category: 'Nonsense' })] } }],
    [
      'unanswered',
      'the application names none',
      {
        requires: { categoryPerStudy: true, categories: ['Alpha'] },
        study: { applications: [anApplication({ category: ' ' })] },
      },
    ],
    ['unanswered', 'there is no application', { requires: { categoryPerStudy: true, categories: ['Alpha'] }, study: { applications: [] } }],
    [
      'unmet',
      'it is not of the specialization',
      {
        requires: { categoryPerStudy: true, categories: ['Alpha'] },
        study: { applications: [anApplication({ category: 'Beta' })] },
      },
    ],
    [
      'met',
      'it is, folded',
      {
        requires: { categoryPerStudy: true, categories: ['Alpha  Case'] },
        study: { applications: [anApplication({ category: ' ALPHA CASE' })] },
      },
    ],
  ],
  'support-services': [
    ['none', 'they are not required', { study: { support: { before: '', during: '', after: '' } } }],
    ['met', 'during is told', { requires: { supportServices: true } }],
    [
      'met',
      'before and after are told',
      { requires: { supportServices: true }, study: { support: { before: 'x', during: ' ', after: 'y' } } },
    ],
    [
      'unanswered',
      'only before is told',
      { requires: { supportServices: true }, study: { support: { before: 'x', during: ' ', after: ' ' } } },
    ],
  ],
  diagram: [
    ['none', 'it is not required', { requires: { diagram: false }, study: { diagrams: 0 } }],
    ['unanswered', 'there is none', { study: { diagrams: 0 } }],
  ],
  'not-used-before': [
    ['none', 'used ones are welcome', { study: { applications: [accepted('2020-01-01')] } }],
    ['met', 'there is no application', { requires: { unusedStudies: true }, study: { applications: [] } }],
    ['met', 'it was accepted on the day', { requires: { unusedStudies: true }, study: { applications: [accepted(asOf)] } }],
    [
      'unmet',
      'it was accepted the day before',
      { requires: { unusedStudies: true }, study: { applications: [accepted(addDays(asOf, -1))] } },
    ],
    [
      'met',
      'it was submitted and declined',
      {
        requires: { unusedStudies: true },
        study: { applications: [anApplication({ history: [{ state: 'declined', on: day('2020-01-01') }] })] },
      },
    ],
  ],
};

describe.each(Object.entries(table))('%s', (code, cases) => {
  test.each(cases)('is %s where %s', (expected, _, given) => {
    expect(outcomeOf(code as FindingCode, given)).toBe(expected);
  });
});

test('every blocking gap keeps a study from supporting, and no advice does', () => {
  expect(verdictOf({ study: { title: '' } }).supports).toBe(false);
  expect(verdictOf({ study: { applications: [] } }).supports).toBe(false);
  expect(verdictOf({ study: { ...consent('refused'), sections: { challenge: paragraphs(9) } } }).supports).toBe(true);
});
