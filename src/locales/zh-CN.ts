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
      'up-to': amount => `最多${amount}`,
    },
    since: date => `自${date}起`,
    until: date => `至${date}`,
    asOf: date => `截至${date}`,
    source: (publishers, more) => (more > 0 ? `来源：${publishers}等，另有 ${more} 个` : `来源：${publishers}`),
    unpublished: '发布者不详',
    dataset: version => `数据集 ${version}`,
    inEnglish: '（英文）',
    moreFacts: count => `另有 ${count} 条，请按“完整”查看。`,
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
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
    },
  },
  unknown: {
    title: '我的数据集里没有',
    lead: {
      summit: '我不知道这个名称的峰会。',
      principle: '我不知道这个名称的原则。',
      project: '我不知道这个名称的项目。',
      country: '我不知道这个国家。我只知道中国和中亚五国。',
    },
    nearest: '我知道的最接近的是：',
  },
  refusals: {
    oldComponent: '这个按钮来自机器人的旧版本，请重新提问。',
    notModerator: '只有拥有**管理服务器**权限或 `/settings` 中所设管理员身份组的人才能使用。',
    notInServer: '此功能只能在服务器中使用。',
    roleNeedsManageServer: '只有拥有**管理服务器**权限的人才能更改管理员身份组。',
    broken: reference => `我这边出了问题。如需反馈，请附上编号 ${reference}。`,
  },
  settings: {
    serverTitle: '本服务器的设置',
    channelTitle: channel => `${channel} 的设置`,
    personTitle: '你的偏好',
    lead: {
      server: '适用于所有没有单独设置的频道。',
      channel: '适用于本频道，优先于服务器的设置。',
      person: '适用于只有你能看到的回答；在没有设置的地方也适用于公开回答。',
    },
    names: {
      language: '语言',
      visibility: '回答',
      detail: '详略',
      layout: '版式',
      moderatorRole: '管理员身份组',
    },
    visibility: { public: '所有人可见', private: '仅提问者可见' },
    detail: { short: '简短', full: '完整' },
    layout: { rich: '带边框和符号', text: '纯文本' },
    origin: {
      server: '服务器设置',
      channel: '频道设置',
      person: '你的设置',
      discord: '依照 Discord 语言',
      'built-in': '默认',
    },
    line: (name, value, origin) => `**${name}：**${value}（${origin}）`,
    unset: '此处未设置',
    noRole: '无',
    choose: name => `${name}……`,
    reset: '删除此处的全部设置',
    resetDone: '已删除，恢复默认值。',
  },
} satisfies Words

const privateOption = { name: '仅自己可见', about: '只让你自己看到回答' }

export const commands: Readonly<Record<string, CommandWords>> = {
  country: {
    name: '国家',
    about: '六国之一：首都、人口、对华关系',
    options: { name: { name: '名称', about: '哪个国家：任何拼写、任何文字都可以' }, private: privateOption },
  },
  summit: {
    name: '峰会',
    about: '中国—中亚峰会：时间、地点、与会者和成果',
    options: { edition: { name: '届次', about: '哪一届：西安、第二届、2025……不填则列出全部' }, private: privateOption },
  },
  principle: {
    name: '原则',
    about: '一项或一组原则：表述、组成、出处',
    options: { name: { name: '名称', about: '哪一项原则，不填则列出全部' }, private: privateOption },
  },
  project: {
    name: '项目',
    about: '“一带一路”及相关项目：线路、规模、进展、建设者',
    options: { name: { name: '名称', about: '哪个项目，不填则列出全部' }, private: privateOption },
  },
  settings: {
    name: '设置',
    about: '本服务器或某个频道中回答的语言、可见范围、详略和版式',
    options: { channel: { name: '频道', about: '仅此频道，不填则为整个服务器' } },
  },
  preferences: {
    name: '偏好',
    about: '你在任何地方提问时的语言、可见范围、详略和版式',
  },
}
