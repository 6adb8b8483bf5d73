/** 机器人的中文用语。 */
import type { CommandWords } from './command-words.ts'
import type { Words } from './en.ts'

export default {
  ownName: '简体中文',
  intl: 'zh-CN',
  kinds: {
    country: '国家',
    summit: '峰会',
    principle: '原则',
    term: '术语',
    project: '项目',
    organisation: '组织',
    person: '人物',
    event: '事件',
    place: '地点',
    document: '文件',
  },
  topics: {
    summits: '峰会',
    mechanism: '机制',
    countries: '国家概况',
    relations: '对华关系',
    principles: '原则与术语',
    projects: '项目',
    trade: '贸易',
  },
  sourceKinds: {
    official: '官方',
    agency: '通讯社',
    press: '媒体',
    reference: '工具书',
    academic: '学术',
  },
  page: {
    says: speaker => `${speaker}表示：`,
    disputed: '说法不一',
    expected: '预计',
    approximations: {
      about: amount => `约${amount}`,
      over: amount => `超过${amount}`,
      under: amount => `不足${amount}`,
      'up-to': amount => `至多${amount}`,
    },
    since: date => `自${date}起`,
    until: date => `至${date}`,
    asOf: date => `截至${date}`,
    source: (publishers, more) => {
      const named = publishers.join('、')
      return more > 0 ? `来源：${named}等，另有${more}个` : `来源：${named}`
    },
    unpublished: '发布者不详',
    dataset: version => `数据集 ${version}`,
    inEnglish: '（英文）',
    moreFacts: count => `还有${count}条信息，点击“完整”查看。`,
    pageOf: (page, pages) => `第${page}页，共${pages}页`,
    head: (name, note) => (note === undefined ? `**${name}：**` : `**${name}**（${note}）：`),
  },
  controls: {
    full: '完整',
    short: '简短',
    sources: '来源',
    back: '返回',
    previous: '上一页',
    next: '下一页',
    sections: '选择栏目',
    related: '继续查看……',
    open: '打开……',
  },
  lists: {
    title: {
      summit: '历届峰会',
      principle: '原则',
      project: '项目',
      country: '六国',
      term: '术语、文件、组织、人物、地点和事件',
    },
    sectors: {
      railway: '铁路',
      road: '公路',
      pipeline: '管道',
      energy: '能源',
      logistics: '港口、班列与物流',
      industry: '工业',
      city: '城市交通',
      education: '教育',
    },
    stages: { operating: '已投入使用', extending: '使用中，扩建或改建', building: '在建', planned: '规划或推迟' },
    nothing: '我的数据集里没有这样的项目。',
  },
  unknown: {
    title: '我的数据集中没有收录',
    lead: {
      summit: '我没有收录叫这个名称的峰会。',
      principle: '我没有收录叫这个名称的原则。',
      project: '我没有收录叫这个名称的项目。',
      country: '我没有收录这个国家，只收录了中国和中亚五国。',
      term: '我没有收录叫这个名称的术语、文件、组织、人物、地点或事件。',
    },
    nearest: '我收录的最接近的是：',
  },
  compare: {
    nothing: '我的数据集中没有两者都有的信息。',
    unknown: '我没有收录叫这个名称的国家、项目或峰会。',
    differentKinds: '只能比较同类：两个国家、两个项目或两届峰会。',
    same: '两者是同一个，请选择两个不同的。',
  },
  fact: {
    another: '再来一条',
    open: '继续阅读',
    none: '我的数据集里没有这个主题的内容。',
  },
  source: {
    title: '来源',
    all: '全部来源',
    count: sources => `共${sources}个来源，新的在前。`,
    backs: '数据集中以此为依据的内容：',
    backsNothing: '数据集中没有以此为依据的内容。',
    unknown: '没有标题或发布者含有这些词的来源。',
  },
  changes: {
    title: '数据集的变化',
    nothing: date => `此后没有变化；数据集日期为${date}。`,
    badSince: '应填数据集版本（如 1.0.0）或日期（如 2026-11-01）。',
  },
  help: {
    title: '商队驿站',
    lead: '我根据一个经过整理的数据集回答有关中国—中亚峰会的问题，每次都给出来源和日期。不知道的，我会直说。',
    messageCommand: name => `在消息菜单的“APP”里：**${name}**可以找出消息中提到的内容。`,
    moderators: '版主专用',
    privacy: '我不读取消息。你的设置可以在 `/preferences` 中删除。',
  },
  mentioned: {
    title: '消息中提到的',
    lead: '来自我的数据集：',
    none: '这条消息里没有我的数据集认识的名称。',
  },
  timeline: {
    title: '大事记',
    nothing: '我的数据集中没有符合这些条件且带日期的内容。',
    chooseYear: '其他年份……',
  },
  refusals: {
    oldComponent: '这个按钮来自机器人的旧版本，请重新提问。',
    notModerator: '只有拥有**管理服务器**权限或 `/settings` 中所设版主身份组的人才能使用。',
    notInServer: '此功能只能在服务器中使用。',
    roleNeedsManageServer: '只有拥有**管理服务器**权限的人才能更改版主身份组。',
    broken: reference => `我这边出了问题。如需反馈，请附上编号：${reference}。`,
  },
  settings: {
    serverTitle: '本服务器的设置',
    channelTitle: channel => `${channel} 的设置`,
    personTitle: '你的偏好设置',
    lead: {
      server: '适用于所有没有单独设置的频道。',
      channel: '适用于本频道，优先于服务器的设置。',
      person: '适用于仅你可见的回答；所在服务器或频道没有设置时，也适用于公开回答。',
    },
    names: {
      language: '语言',
      visibility: '回答可见范围',
      detail: '详略',
      layout: '版式',
      moderatorRole: '版主身份组',
    },
    visibility: { public: '所有人', private: '仅提问者' },
    detail: { short: '简短', full: '完整' },
    layout: { rich: '带边框和图标', text: '纯文本' },
    origin: {
      server: '服务器设置',
      channel: '频道设置',
      person: '你的设置',
      discord: '跟随 Discord 语言',
      'built-in': '默认',
    },
    line: (name, value, origin) => `**${name}：**${value}（${origin}）`,
    option: (name, value) => `${name}：${value}`,
    unset: '此处未设置',
    noRole: '无',
    choose: name => `${name}……`,
    reset: '清除此处的全部设置',
    resetDone: '已清除，现已恢复默认值。',
  },
} satisfies Words

const privateOption = { name: '仅自己可见', about: '回答仅你自己可见' }

export const commands: Readonly<Record<string, CommandWords>> = {
  country: {
    name: '国家',
    about: '六国之一：首都、人口、对华关系',
    options: {
      name: { name: '名称', about: '哪个国家：任何写法、任何文字都可以' },
      section: { name: '栏目', about: '看哪方面，不填则为概况' },
      private: privateOption,
    },
  },
  summit: {
    name: '峰会',
    about: '中国—中亚峰会：时间、地点、与会者和成果',
    options: {
      edition: { name: '届次', about: '哪一届，如“西安”“第二届”“2025”；不填则列出全部' },
      private: privateOption,
    },
  },
  principle: {
    name: '原则',
    about: '一项或一组原则：表述、组成、出处',
    options: { name: { name: '名称', about: '哪一项原则，不填则列出全部' }, private: privateOption },
  },
  project: {
    name: '项目',
    about: '“一带一路”及相关项目：线路、规模、进展、建设者',
    options: {
      name: { name: '名称', about: '哪个项目，不填则列出全部' },
      country: { name: '国家', about: '只看这个国家的项目' },
      type: { name: '类型', about: '只看这一类项目' },
      status: { name: '进展', about: '只看处于这一阶段的项目' },
      private: privateOption,
    },
  },
  term: {
    name: '术语',
    about: '与主题有关的术语、文件、组织、人物、地点或事件',
    options: { name: { name: '名称', about: '哪一个：任何拼写、任何文字都可以' }, private: privateOption },
  },
  compare: {
    name: '比较',
    about: '并列比较两个国家、两个项目或两届峰会',
    options: {
      first: { name: '第一个', about: '一个国家、项目或峰会' },
      second: { name: '第二个', about: '另一个同类的国家、项目或峰会' },
      private: privateOption,
    },
  },
  timeline: {
    name: '大事记',
    about: '何时发生了什么：会议、文件、开通，逐年查看',
    options: {
      topic: { name: '主题', about: '只看这个主题' },
      country: { name: '国家', about: '只看与这个国家有关的' },
      year: { name: '年份', about: '哪一年，不填则为最近一年' },
      private: privateOption,
    },
  },
  fact: {
    name: '知识',
    about: '随机一条知识，可选主题；全部看完之前不会重复',
    options: { topic: { name: '主题', about: '只看这个主题' }, private: privateOption },
  },
  source: {
    name: '来源',
    about: '数据集的来源：是什么，哪些内容以此为依据',
    options: { name: { name: '名称', about: '标题或发布者中的词，不填则列出全部' }, private: privateOption },
  },
  changes: {
    name: '变化',
    about: '我所依据的数据集有哪些变化',
    options: { since: { name: '起点', about: '版本号或日期，如 2026-11-01，不填则列出全部' }, private: privateOption },
  },
  help: { name: '帮助', about: '我在这里能为你做什么' },
  'Look this up': { name: '查一查', about: '找出消息中提到的内容' },
  settings: {
    name: '设置',
    about: '本服务器或某个频道中回答的语言、可见范围、详略和版式',
    options: { channel: { name: '频道', about: '仅此频道，不填则为整个服务器' } },
  },
  preferences: {
    name: '偏好设置',
    about: '你在任何地方提问时的语言、可见范围、详略和版式',
  },
}
