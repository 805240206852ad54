import * as v from 'valibot';
import { day } from '~/lib/search';

export const PortalSearch = v.object({ as_of: day });
