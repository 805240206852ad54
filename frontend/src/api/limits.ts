/** What the API allows a member of a body to be. */
export type Limits = Readonly<
  Record<
    string,
    {
      required?: boolean;
      minLength?: number;
      maxLength?: number;
      minimum?: number;
      maximum?: number;
      maxItems?: number;
      options?: readonly (string | number)[];
    }
  >
>;
