import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '~/entities/session';

type Section = {
  /** Also the key of its name, `nav.<name>`. */
  name:
    | 'home'
    | 'agreements'
    | 'memoranda'
    | 'partners'
    | 'people'
    | 'exchange-students'
    | 'grant-projects'
    | 'funding-programmes'
    | 'figures';
  to: NonNullable<LinkProps['to']>;
  /** `g` and this letter go there. */
  letter: string;
  needs: Permission;
  /** Who may make a new one, and where. */
  create?: { to: NonNullable<LinkProps['to']>; needs: Permission };
  /** The members that name a record, for the palette. */
  fields?: readonly string[];
};

/** The rail, the palette and the shortcuts: a line for each part of the application. */
export const sections: readonly Section[] = [
  { name: 'home', to: '/', letter: 'h', needs: 'member' },
  {
    name: 'agreements',
    to: '/agreements',
    letter: 'a',
    needs: 'staff',
    create: { to: '/agreements/new', needs: 'coordinator' },
    fields: ['title', 'number'],
  },
  {
    name: 'memoranda',
    to: '/memoranda',
    letter: 'm',
    needs: 'staff',
    create: { to: '/memoranda/new', needs: 'coordinator' },
    fields: ['title', 'number'],
  },
  {
    name: 'partners',
    to: '/partners',
    letter: 'p',
    needs: 'staff',
    create: { to: '/partners/new', needs: 'officer' },
    fields: ['names', 'city', 'country'],
  },
  {
    name: 'people',
    to: '/people',
    letter: 'e',
    needs: 'member',
    create: { to: '/people/new', needs: 'coordinator' },
    fields: ['name', 'kind'],
  },
  {
    name: 'exchange-students',
    to: '/exchange-students',
    letter: 's',
    needs: 'member',
    create: { to: '/exchange-students/new', needs: 'coordinator' },
  },
  {
    name: 'grant-projects',
    to: '/grant-projects',
    letter: 'j',
    needs: 'staff',
    create: { to: '/grant-projects/new', needs: 'coordinator' },
    fields: ['title', 'acronym'],
  },
  {
    name: 'funding-programmes',
    to: '/funding-programmes',
    letter: 'f',
    needs: 'member',
    create: { to: '/funding-programmes/new', needs: 'officer' },
    fields: ['names', 'code'],
  },
  { name: 'figures', to: '/figures', letter: 'i', needs: 'staff' },
];
