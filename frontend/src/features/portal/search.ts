import { day, search } from '~/lib/search';

export const PortalSearch = search({ as_of: day });
