/** Words that say little about whose name it is, or much: our own lists for rules 2.7, not the programme's. */
import { spacedLegalForms, unspacedLegalForms } from './catalog/legal-forms.js';

const words = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

/** Beyond the legal forms of rules 5.4 these, too, are written or left out at will. */
export const spacedForms = [...spacedLegalForms, 'national association', 'n a', 'gesellschaft', 'pvt', 'jsc', 'public joint stock company'];
export const unspacedForms = [...unspacedLegalForms, '(有)', '(株)', '集团公司', '有限合伙', '公司'];

/** Different places in two names are evidence of different entities: a country's company is one of its own. */
export const places = new Set(
  words(`
    africa, america, americas, north america, latin america, asia, asia pacific, apac, emea, europe, middle east, nordics, benelux
    argentina, australia, austria, bangladesh, belgium, brazil, brasil, canada, chile, china, colombia, czech republic, czechia
    denmark, deutschland, egypt, estonia, espana, finland, france, germany, greece, hong kong, hungary, iceland, india, indonesia
    ireland, israel, italia, italy, japan, kenya, korea, latvia, lithuania, luxembourg, macau, malaysia, mexico, morocco, nederland
    netherlands, new zealand, nigeria, norway, osterreich, pakistan, peru, philippines, poland, polska, portugal, romania, russia
    saudi arabia, schweiz, serbia, singapore, slovakia, slovenia, south africa, south korea, spain, sverige, sweden, switzerland
    taiwan, thailand, turkey, turkiye, uae, uk, ukraine, united arab emirates, united kingdom, united states, us, usa, vietnam
    amsterdam, bangalore, beijing, berlin, boston, chengdu, chicago, chongqing, dalian, delhi, dubai, dublin, frankfurt, guangdong
    guangzhou, hamburg, hangzhou, london, los angeles, madrid, milan, moscow, mumbai, munchen, munich, nanjing, new york, ningbo
    ningxia, ohio, osaka, paris, qingdao, san francisco, sao paulo, seattle, seoul, shanghai, shenzhen, stockholm, suzhou, sydney
    taipei, tianjin, tokyo, toronto, vienna, wuhan, wuxi, xiamen, xian, zhejiang, zurich
  `),
);

const hanPlaces = words(`
  中国, 日本, 韩国, 美国, 英国, 德国, 法国, 新加坡, 香港, 澳门, 台湾, 亚太, 北京, 上海, 天津, 重庆, 河北, 山西, 辽宁, 吉林, 黑龙江, 江苏, 浙江
  安徽, 福建, 江西, 山东, 河南, 湖北, 湖南, 广东, 海南, 四川, 贵州, 云南, 陕西, 甘肃, 青海, 内蒙古, 广西, 西藏, 宁夏, 新疆, 广州, 深圳, 杭州
  南京, 苏州, 无锡, 宁波, 青岛, 大连, 厦门, 成都, 武汉, 西安, 长沙, 郑州, 济南, 合肥, 福州, 昆明, 沈阳, 哈尔滨, 长春, 石家庄, 太原, 南昌
  南宁, 贵阳, 兰州, 银川, 海口, 珠海, 佛山, 东莞, 温州, 常州, 南通, 烟台, 华东, 华南, 华北, 东京, 大阪, 서울
`);
/** A place, with or without its rank. */
export const hanPlace = new RegExp(`(?:${hanPlaces.join('|')})(?:特别行政区|自治区|省|市)?`, 'u');

/** Words of a group's name that its companies share or leave out. */
export const groupWords = new Set(words('group, groupe, gruppe, grupo, gruppo, holding, holdings, international, global, worldwide'));

/** Words of a trade: a name of nothing else is nobody's, and a name may go with or without one. */
export const tradeWords = new Set(
  words(`
    and, of, the, for, a, de, del, der, des, die, du, la, le, und, et, y, e, i, air, airlines, association, auto, automotive, bank, banking
    business, capital, care, center, centre, chemical, city, cloud, college, commerce, communications, community, companies, computer
    computing, construction, consulting, consumer, corporate, data, department, design, development, digital, e commerce, education
    electric, electronics, energy, engineering, enterprise, enterprises, entertainment, finance, financial, first, food, foods
    foundation, games, general, government, health, healthcare, home, hospital, hotels, house, industrial, industries, industry
    information, institute, insurance, it, lab, labs, life, logistics, management, manufacturing, market, marketing, materials, media
    medical, mobile, mobility, motor, motors, national, net, network, networks, new, office, oil, online, partners, pharma
    pharmaceuticals, platform, platforms, power, products, public, real estate, research, retail, royal, school, science, sciences
    security, service, services, smart, software, solution, solutions, state, stores, studio, studios, supply, system, systems, tech
    technologies, technology, telecom, telecommunications, trade, trading, transport, travel, trust, union, united, university
    ventures, water, web, wireless, world
  `),
);

const hanTradeWords = words(`
  集团, 控股, 科技, 技术, 网络, 信息, 信息技术, 软件, 智能, 数据, 数字, 云计算, 通信, 通讯, 电子, 电器, 实业, 工业, 制造, 贸易, 商贸, 投资, 金融
  服务, 咨询, 管理, 文化, 传媒, 教育, 医疗, 医药, 健康, 生物, 能源, 电力, 环保, 物流, 航运, 运输, 食品, 零售, 百货, 商业, 地产, 房地产, 建设
  工程, 汽车, 机械, 化工, 材料, 农业, 保险, 证券, 银行, 国际, 全球, 发展, 股份, 企业, 产业, 互联网, 电子商务, 新能源, 系统
  グループ, ホールディングス, 그룹, 홀딩스
`);
/** One or more words of a trade and nothing else. */
export const hanTrade = new RegExp(`^(?:${hanTradeWords.join('|')})+$`, 'u');

/** What a part of an entity is called. It is a unit unless a legal form of its own follows. */
export const unitWords = new Set(
  words(`
    branch, branches, plant, factory, division, department, dept, office, site, campus, warehouse, store, facility, works, unit
    business unit, desk, laboratory, niederlassung, zweigniederlassung, zweigstelle, werk, betriebsstatte, standort, abteilung
    succursale, agence, usine, etablissement, sucursal, planta, fabrica, departamento, filial, stabilimento
  `),
);
export const hanUnit =
  /(?:分公司|分行|支行|分部|分店|分厂|工厂|支店|支社|工場|事业部|事業部|部门|部門|办事处|代表处|营业部|营业所|営業所|지점|지사|공장|사업부)$/u;
