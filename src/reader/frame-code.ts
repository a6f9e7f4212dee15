/** The line below an embedded figure that says where it comes from (embed.css). */
const SOURCE_LINE_PX = 44;

/** Gives each frame the height that its page posts (`postHeight`); a host that removes scripts keeps the height it was given. */
const RESIZE_SCRIPT =
  '<script>addEventListener("message",({data,source})=>{if(data?.subject==="lti.frameResize")' +
  'for(const frame of document.querySelectorAll("iframe"))' +
  'if(frame.contentWindow===source)frame.height=Number(data.height)||frame.height})</script>';

/**
 * Returns the HTML that shows a page of the book in a frame of another site.
 *
 * @param heightPx of the figure at its present width, without the line of its source
 */
export function frameCode(page: URL, title: string, heightPx: number): string {
  const source = page.href.replaceAll('&', '&amp;').replaceAll('"', '%22');
  return `<iframe src="${source}" title="${title}" width="100%" height="${heightPx + SOURCE_LINE_PX}" loading="lazy" allow="clipboard-write"></iframe>\n${RESIZE_SCRIPT}`;
}
