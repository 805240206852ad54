/** An address as people say it, without its protocol and the last stroke. */
export function WebsiteLink({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer" target="_blank">
      {href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  );
}
