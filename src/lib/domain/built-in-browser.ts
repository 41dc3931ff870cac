/**
 * Browsers built into other apps, by the names they give themselves: WeChat, QQ, Douyin and its family, Kuaishou,
 * Xiaohongshu, Weibo, DingTalk, Feishu and Lark, Alipay, Taobao, Baidu, Zhihu, Bilibili, then those of the West.
 */
const NAMES =
	/MicroMessenger|WeChat|wxwork|\bQQ\/|aweme|BytedanceWebview|NewsArticle|\bToutiao|musical_ly|\btrill_|Kwai|ksNebula|xhsdiscover|discover\/\d|\bWeibo|DingTalk|\bLark|Feishu|AlipayClient|AliApp|baiduboxapp|ZhihuHybrid|BiliApp|FBAN|FBAV|FB_IAB|Instagram|\bLine\/|KAKAOTALK|Zalo|Snapchat|Pinterest\/|LinkedInApp|Twitter for|\bGSA\/|Barcelona/i;

/** Android's WebView says so; an iPhone's or iPad's built-in page lacks the "Safari/" that Safari and its kin carry. */
const isWebView = (userAgent: string): boolean =>
	/;\s?wv\)/.test(userAgent) ||
	(/\((iPhone|iPad|iPod)[^)]*\).*AppleWebKit/.test(userAgent) && !/Safari\//.test(userAgent));

/**
 * Whether a page is shown by another app's built-in browser, which may forget everything and keeps no app for use
 * without a network.
 * @param installed it runs as an app from the home screen: then it isn't, whatever it calls itself
 * @param keepsApps the browser has service workers (or can't, for want of https)
 */
export function builtInBrowser(page: {
	readonly userAgent: string;
	readonly installed: boolean;
	readonly keepsApps: boolean;
}): boolean {
	if (page.installed) return false;
	return NAMES.test(page.userAgent) || isWebView(page.userAgent) || !page.keepsApps;
}
