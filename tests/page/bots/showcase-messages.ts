/** What the showcase bot says. */
import type { APIModalInteractionResponseCallbackData, InteractionReplyOptions } from 'discord.js'

/** A picture of 2×2 pixels. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGPQSpz2+fPn////M4AIAFBECdnAJMmuAAAAAElFTkSuQmCC',
  'base64',
)
const files = [
  { attachment: picture, name: 'a.png', description: 'a map of the road' },
  { attachment: picture, name: 'b.png', description: 'a camel' },
  { attachment: Buffer.from('silk, tea, horses\n'), name: 'goods.txt' },
]

const componentsV2 = 1 << 15

export const everyText = [
  '# Largest\n## Larger\n### Large\n-# small',
  '**bold** *slanted* __under__ ~~struck~~ `code` ||hidden|| [a link](https://example.org/a_(b)) https://example.org/path',
  '> quoted\n- one\n  - deeper\n- two\n1. first\n2. second',
  '```js\nconst a = "<b>"\n```',
  '🐫 🇰🇿 <t:1700000000:D> @everyone </cards:1> <:camel:123456789012345678>',
].join('\n')

export function cards(personId: string, channelId: string): InteractionReplyOptions {
  return {
    flags: componentsV2,
    files,
    components: [
      {
        type: 17,
        accent_color: 0xc0392b,
        components: [
          { type: 10, content: everyText },
          { type: 14, divider: true, spacing: 2 },
          {
            type: 9,
            components: [
              {
                type: 10,
                content: `for <@${personId}> in <#${channelId}>, <t:${Math.floor(Date.now() / 1_000) - 2}:R>`,
              },
            ],
            accessory: { type: 11, media: { url: 'attachment://a.png' }, description: 'a map of the road' },
          },
          {
            type: 9,
            components: [{ type: 10, content: 'with a button' }],
            accessory: { type: 2, style: 3, custom_id: 'aside', label: 'Aside', emoji: { name: '🐪' } },
          },
          {
            type: 12,
            items: [
              { media: { url: 'attachment://a.png' }, description: 'a map of the road' },
              { media: { url: 'attachment://b.png' }, description: 'a camel', spoiler: true },
              { media: { url: 'https://example.org/far.png' }, description: 'a far picture' },
            ],
          },
          { type: 13, file: { url: 'attachment://goods.txt' } },
          {
            type: 1,
            components: [
              { type: 2, style: 1, custom_id: 'one', label: 'Primary' },
              { type: 2, style: 2, custom_id: 'two', label: 'Secondary' },
              { type: 2, style: 4, custom_id: 'three', label: 'Danger' },
              { type: 2, style: 2, custom_id: 'off', label: 'Disabled', disabled: true },
              { type: 2, style: 5, url: 'https://example.org', label: 'Link' },
            ],
          },
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'goods',
                placeholder: 'Which goods?',
                min_values: 1,
                max_values: 2,
                options: [
                  { label: 'Silk', value: 'silk', description: 'from the east', emoji: { name: '🧵' } },
                  { label: 'Horses', value: 'horses', emoji: { id: '123456789012345678', name: 'horse' } },
                  { label: 'Tea', value: 'tea' },
                ],
              },
            ],
          },
          { type: 1, components: [{ type: 5, custom_id: 'people', placeholder: 'Who?' }] },
          { type: 1, components: [{ type: 6, custom_id: 'roles', placeholder: 'Which role?' }] },
          { type: 1, components: [{ type: 7, custom_id: 'either', placeholder: 'Who or which role?' }] },
          { type: 1, components: [{ type: 8, custom_id: 'channels', placeholder: 'Which channel?' }] },
        ],
      },
    ],
  }
}

export const classic: InteractionReplyOptions = {
  content: everyText,
  embeds: [
    {
      color: 0x26619c,
      author: { name: 'A merchant' },
      title: 'An embed',
      url: 'https://example.org/embed',
      description: 'with **words**',
      fields: [
        { name: 'left', value: 'l', inline: true },
        { name: 'right', value: 'r', inline: true },
      ],
      footer: { text: 'its foot' },
    },
  ],
  files,
}

export const poll: InteractionReplyOptions = {
  poll: {
    question: { text: 'Which road?' },
    answers: [{ text: 'The northern', emoji: '🏔️' }, { text: 'The southern' }],
    duration: 24,
    allowMultiselect: false,
  },
}

export const form: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'Every field',
  components: [
    { type: 10, content: 'Fill in **everything**.' },
    {
      type: 18,
      label: 'Topic',
      description: 'In one line',
      component: { type: 4, custom_id: 'topic', style: 1, min_length: 3, max_length: 40, required: true },
    },
    {
      type: 18,
      label: 'Goods',
      component: {
        type: 3,
        custom_id: 'goods',
        options: [
          { label: 'Silk', value: 'silk' },
          { label: 'Tea', value: 'tea', default: true },
        ],
      },
    },
    { type: 18, label: 'Who', component: { type: 5, custom_id: 'who', required: false } },
    { type: 18, label: 'Papers', component: { type: 19, custom_id: 'papers', required: false, max_values: 2 } },
  ],
}

export const smallFields: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'Small fields',
  components: [
    { type: 18, label: 'Topic', component: { type: 4, custom_id: 'topic', style: 2, value: 'as filled in' } },
    {
      type: 18,
      label: 'Road',
      component: {
        type: 21,
        custom_id: 'road',
        options: [
          { label: 'North', value: 'n' },
          { label: 'South', value: 's', description: 'warmer' },
        ],
      },
    },
    {
      type: 18,
      label: 'Load',
      component: {
        type: 22,
        custom_id: 'load',
        required: false,
        options: [
          { label: 'Silk', value: 'silk' },
          { label: 'Tea', value: 'tea' },
        ],
      },
    },
    { type: 18, label: 'I have a camel', component: { type: 23, custom_id: 'camel' } },
  ],
}
