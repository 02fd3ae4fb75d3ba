/** The customers of the demo company, all invented: id, legal name, country, industry and whatever is particular. */
interface DemoCustomer {
  readonly id: string;
  readonly legalName: string;
  readonly country: string;
  readonly industry: string;
  readonly aliases?: readonly string[];
  readonly notNames?: readonly string[];
  readonly kind?: 'legal-entity' | 'unit';
  readonly partOf?: string;
  readonly relation?: 'external' | 'affiliate' | 'internal';
  readonly registrations?: readonly { readonly scheme: string; readonly number: string }[];
}

export const demoCustomers: readonly DemoCustomer[] = [
  {
    id: 'anybank',
    legalName: 'AnyBank plc',
    country: 'GB',
    industry: 'Financial Services',
    registrations: [{ scheme: 'company-number:GB', number: '09446231' }],
  },
  { id: 'meridian', legalName: 'Meridian Ferries AB', country: 'SE', industry: 'Travel and Hospitality', aliases: ['Meridian Line'] },
  { id: 'kestrel', legalName: 'Kestrel Insurance Ltd.', country: 'GB', industry: 'Financial Services' },
  { id: 'tidemark', legalName: 'Tidemark Retail Inc.', country: 'US', industry: 'Retail', aliases: ['Tidemark'] },
  { id: 'tidemark-outlet', legalName: 'Tidemark Outlet', country: 'US', industry: 'Retail', kind: 'unit', partOf: 'tidemark' },
  { id: 'vantry', legalName: 'Vantry Telecom S.p.A.', country: 'IT', industry: 'Telecommunications' },
  { id: 'brightwater', legalName: 'Brightwater Bank N.V.', country: 'NL', industry: 'Financial Services' },
  { id: 'pinecrest', legalName: 'Pinecrest Health LLC', country: 'US', industry: 'Healthcare' },
  { id: 'corvid', legalName: 'Corvid Media GmbH', country: 'DE', industry: 'Media and Entertainment' },
  { id: 'alder', legalName: 'Alder Hotels SAS', country: 'FR', industry: 'Travel and Hospitality' },
  { id: 'fjellkraft', legalName: 'Fjellkraft Energi AS', country: 'NO', industry: 'Energy and Utilities', aliases: ['Fjellkraft'] },
  { id: 'graumont', legalName: 'Graumont Metals AG', country: 'CH', industry: 'Manufacturing' },
  {
    id: 'lanting',
    legalName: '兰亭证券股份有限公司',
    country: 'CN',
    industry: 'Financial Services',
    aliases: ['Lanting Securities', '兰亭证券'],
  },
  {
    id: 'jiangnan',
    legalName: '江南云链物流有限公司',
    country: 'CN',
    industry: 'Supply Chain',
    aliases: ['Jiangnan Yunlian', '江南云链'],
    registrations: [{ scheme: 'uscc', number: '91330200MA2AEXAMP7' }],
  },
  {
    id: 'jiangnan-ningbo',
    legalName: '江南云链物流有限公司宁波分公司',
    country: 'CN',
    industry: 'Supply Chain',
    kind: 'unit',
    partOf: 'jiangnan',
  },
  { id: 'quillon', legalName: 'Quillon Games Oy', country: 'FI', industry: 'Media and Entertainment' },
  { id: 'tessera', legalName: 'Tessera Pay Ltd.', country: 'IE', industry: 'Financial Services' },
  { id: 'redfern', legalName: 'Redfern University', country: 'AU', industry: 'Education', notNames: ['University'] },
  { id: 'bluepeak', legalName: 'Bluepeak Outdoor Inc.', country: 'CA', industry: 'Retail' },
  { id: 'marlow', legalName: 'Marlow Transit Authority', country: 'GB', industry: 'Government' },
  { id: 'harrow', legalName: 'Harrow Legal LLP', country: 'GB', industry: 'Professional Services' },
  { id: 'qinghe', legalName: '清和医疗科技有限公司', country: 'CN', industry: 'Healthcare', aliases: ['Qinghe Medical', '清和医疗'] },
  { id: 'fieldlight', legalName: 'Fieldlight Agritech Pty Ltd', country: 'AU', industry: 'Agriculture', aliases: ['Fieldlight', 'FL'] },
  { id: 'yuehua', legalName: '粤华汽车零部件有限公司', country: 'CN', industry: 'Automotive', aliases: ['Yuehua Auto Parts', '粤华'] },
  { id: 'stellan', legalName: 'Stellan Avionics AB', country: 'SE', industry: 'Aerospace' },
  { id: 'northgate', legalName: 'Northgate Council', country: 'GB', industry: 'Government' },
  { id: 'corner', legalName: 'Corner & Main Grocers Inc.', country: 'US', industry: 'Retail', aliases: ['Corner & Main'] },
  { id: 'oldmill', legalName: 'Oldmill Foundry Ltd.', country: 'GB', industry: 'Manufacturing' },
  { id: 'harbor-labs', legalName: 'Harbor Labs Ltd.', country: 'GB', industry: 'Software and Internet', relation: 'affiliate' },
];
