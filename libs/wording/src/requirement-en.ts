import type { SectionName } from '@caseboard/domain';
import type { RequirementTable, RequirementWords } from './requirement.js';

const section = (name: string, tell: string): RequirementWords<`section:${SectionName}`> => ({
  label: name,
  met: `${name} is written`,
  unanswered: `${name} is empty`,
  hint: tell,
});

const length = (name: string, asked: string): RequirementWords<`section-length:${SectionName}`> => ({
  label: `Length of ${name}`,
  met: `${name} has ${asked}`,
  unmet: `${name} should have ${asked}`,
  hint: `Join or part paragraphs until there are ${asked}.`,
});

export const requirementsEn: RequirementTable = {
  'legal-entity': {
    label: 'Legal entity',
    met: 'The customer has its legal entity',
    unmet: 'The customer has no legal entity above it',
    unanswered: 'No customer is given',
    hint: 'Choose the customer. If it is a branch or a brand, say which company it is part of.',
  },
  'external-customer': {
    label: 'Outside customer',
    met: 'It is offered to outside customers too',
    unmet: 'It was delivered inside the group and is not offered outside',
    unanswered: 'Whether it is offered to outside customers too is not said',
    hint: 'A study of an affiliate or of your own company counts only when the same offering is sold outside. Say so if it is.',
  },
  'in-production': {
    label: 'In production',
    met: 'It is in production',
    unmet: 'It is not in production on that day',
    unanswered: 'The stage is not given',
    hint: 'Choose the stage and give the day it went live. A pilot or a proof of concept does not count.',
  },
  fresh: {
    label: 'Freshness',
    met: '{through, select, _ {It is fresh on that day} other {It counts through {through}}}',
    unmet: '{expiredOn, select, _ {It is not fresh on that day} other {It no longer counts since {expiredOn}}}',
    unanswered: 'The day it went live is not given',
    hint: 'Give the day the deployment went live. Where that is too long ago, tell of a later deployment in a new study.',
  },
  title: {
    label: 'Title',
    met: 'The title is given',
    unanswered: 'The title is empty',
    hint: 'Say in one line what was done for whom.',
  },
  summary: {
    label: 'Short description',
    met: 'The short description is given',
    unanswered: 'The short description is empty',
    hint: 'Two or three sentences; the solutions finder shows them.',
  },
  'section:aboutCustomer': section('About the customer', 'One paragraph: what the customer does, where, and how large it is.'),
  'section:challenge': section('Customer challenge', 'What did not work, what it cost, and why it had to change.'),
  'section:solution': section('Partner solution', 'What you built, with which AWS services, and why so.'),
  'section:results': section('Results and benefits', 'What changed for the customer, in figures.'),
  'section:aboutPartner': section('About the partner', 'One paragraph: who you are and which specializations you hold.'),
  'section-length:aboutCustomer': length('About the customer', '1 paragraph'),
  'section-length:challenge': length('Customer challenge', '1 to 3 paragraphs'),
  'section-length:solution': length('Partner solution', '2 to 6 paragraphs'),
  'section-length:results': length('Results and benefits', '1 to 3 paragraphs'),
  'section-length:aboutPartner': length('About the partner', '1 paragraph'),
  'aws-services': {
    label: 'AWS services',
    met: 'AWS services are named',
    unanswered: 'No AWS service is named',
    hint: 'Name the services that carry the solution.',
  },
  'service-usage': {
    label: 'Use of the services',
    met: 'A service says how it is used',
    unanswered: 'No service says how it is used',
    hint: 'Write beside a service what it does in this solution.',
  },
  'services-in-text': {
    label: 'Services in the text',
    met: 'The solution speaks of a named service',
    unmet: 'The solution speaks of none of the named services',
    hint: 'Name the services in Partner solution too, where they do their work.',
  },
  'measured-outcome': {
    label: 'Measured outcome',
    met: 'An outcome has a number',
    unanswered: 'No outcome has a number',
    hint: 'Give one outcome its value and unit, such as 32 % or 7 times.',
  },
  'figure-in-results': {
    label: 'A figure in the results',
    met: 'Results and benefits holds a figure',
    unmet: 'Results and benefits holds no figure',
    hint: 'Write the measured outcome into the text as well.',
  },
  'partner-specializations': {
    label: 'Specializations you hold',
    met: 'About the partner names a specialization you hold',
    unmet: 'About the partner names none of the specializations you hold',
    hint: 'Name at least one of them as AWS writes it.',
  },
  published: {
    label: 'Publication',
    met: 'It is published',
    unmet: 'The URL is no web address',
    unanswered: 'The URL or the format is missing',
    hint: 'Give the full address, beginning with https://, and say what stands there: case study, white paper, video or blog post.',
  },
  'url-reachable': {
    label: 'Page can be opened',
    met: 'The page was not found broken',
    unmet: 'The page could not be opened at the last check',
    hint: 'Open the address, correct it or put the page back, then check again.',
  },
  'anonymous-description': {
    label: 'Anonymous description',
    met: 'The anonymous description is given',
    unanswered: 'The anonymous description is empty',
    hint: 'Say who the customer is without naming it, such as “a regional carrier”.',
  },
  'name-withheld': {
    label: 'Name withheld',
    met: 'No name of the customer stands in published text',
    unmet:
      '{places, plural, =0 {The customer’s name still stands in published text} one {The customer’s name still stands in # place} other {The customer’s name still stands in # places}}',
    hint: 'Write “the customer” in each marked place. A marked word that is no name can be entered as such with the customer.',
  },
  consent: {
    label: 'Consent',
    met: '{until, select, _ {The customer has consented} other {The customer has consented until {until}}}',
    unmet: 'The customer has not consented, or no longer does',
    unanswered: 'The customer’s consent is not recorded yet',
    hint: 'Ask the customer and record the answer, with the day it ends.',
  },
  industry: {
    label: 'Industry',
    met: 'The industry is given',
    unanswered: 'Neither the customer nor its legal entity has an industry',
    hint: 'Choose the industry on the customer’s page.',
  },
  relevance: {
    label: 'Relevance',
    met: 'Why it is relevant is told',
    unanswered: '{specialization, select, _ {Why it is relevant is not told} other {Why it is relevant to {specialization} is not told}}',
    hint: 'Two or three sentences: what in this work shows the skill that the specialization is about.',
  },
  'required-services': {
    label: 'Required services',
    met: 'It names the services asked',
    unmet: '{services, select, _ {It names no service of a group that is asked} other {It names none of: {services}}}',
    unanswered: 'No service is named, and certain ones are asked',
    hint: 'If the solution uses the service, name it. If it does not, this study cannot count here.',
  },
  category: {
    label: 'Category',
    met: 'The category is given',
    unmet:
      '{category, select, _ {The category is not one of this specialization} other {“{category}” is no category of this specialization}}',
    unanswered: 'The category is not chosen',
    hint: 'Choose one of the categories of the specialization.',
  },
  'support-services': {
    label: 'Support before, during, after',
    met: 'The support given is told',
    unanswered: 'The support given is not told',
    hint: 'Tell the support during the work, or both before and after it.',
  },
  diagram: {
    label: 'Architecture diagram',
    met: 'It has an architecture diagram',
    unanswered: 'No architecture diagram',
    hint: 'Add a diagram that shows the services and how they are joined.',
  },
  'not-used-before': {
    label: 'Not used before',
    met: 'AWS has not accepted it here before',
    unmet: 'AWS has already accepted it here',
    hint: 'This programme asks for studies not used before: choose another one.',
  },
};
