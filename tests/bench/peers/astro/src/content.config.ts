import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const contact = z.object({
  name: z.string(),
  title: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
});

export const collections = {
  releases: defineCollection({
    loader: glob({
      base: `${process.env.CONTENT_DIR}/releases`,
      pattern: '**/*.md',
      generateId: ({ entry }) => entry.replace(/^.*\//, '').replace(/\.md$/, ''),
      retainBody: false,
    }),
    schema: z.object({
      title: z.string(),
      subtitle: z.string().optional(),
      date: z.coerce.date(),
      office: z.union([z.string().transform((slug) => [slug]), z.array(z.string())]),
      contact: z.union([contact.transform((one) => [one]), z.array(contact)]),
    }),
  }),
};
