import type { RecordOf } from '~/api/resource';

/** Agreements and memoranda: the same instrument, but that an agreement has a kind. Words and routes follow this name. */
export type InstrumentName = 'agreements' | 'memoranda';

export type Instrument = RecordOf<InstrumentName>;
