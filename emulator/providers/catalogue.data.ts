// The providers of the public tool index with the number of tools of each, August 2026.
const counts = `
activepiecesmcp:41 adobemarketingagentmcp:12 advancedmd:89 adzvisermcp:49 affindamcp:78 affinity:49
agencyanalyticsmcp:25 agentmailmcp:17 ahrefsmcp:128 airbytemcp:19 airopsmcp:56 airparsermcp:17
airtable:26 airtablemcp:27 alphaxivmcp:4 amplemarket:47 amplitudeanalytics:74
amplitudeexperimentmanagement:57 anakinmcp:9 anchorbrowsermcp:25 apifymcp:10 apollo:75 apolloapikey:80
apollomcp:33 appsignalmcp:25 asana:210 asanamcp:27 atlassianmcp:39 attention:28 attio:109 attiomcp:37
axiommcp:25 betterstackmcp:90 bigquery:47 bigqueryserviceaccount:26 biomnimcp:10 biorendermcp:2
bitbucket:171 bitlymcp:53 bitquerymcp:21 bonsaimcp:18 box:102 boxmcp:44 brave:18 brevomcp:282
bugsnagmcp:19 buildkitemcp:44 calendly:64 calendlymcp:34 calmcp:35 candidmcp:6 canva:48 carboneiomcp:11
cartamcp:11 catchrmcp:8 chilipipermcp:53 chorus:9 circlebackmcp:11 claapmcp:12 clarifymcp:22 claymcp:16
clickhouse:13 clickup:99 close:103 closemcp:91 cloudfaremcp:2 cloudflare:31 cloudinarymcp:23
cloudpressmcp:65 cognee:18 coinmarketcapmcp:12 commonroommcp:5 confluence:147 contentfulmcp:63
context7mcp:2 conversiontoolsmcp:8 convertapimcp:5 crustdatamcp:39 customeriomcp:8 customsmartfhir:81
dartaimcp:29 databoxmcp:15 databricksworkspace:53 datadog:105 dataforseomcp:83 deelmcp:444 deepgrammcp:1
descriptmcp:9 devinmcp:14 devrevmcp:13 diarize:3 digitsmcp:10 discord:34 discordbot:221
docsautomatormcp:20 dovetailmcp:44 dropbox:53 dropboxmcp:19 dropcontactmcp:6 dynamo:36 echtpostmcp:22
edenmcp:60 eodhdmcp:80 eracontextmcp:42 erasermcp:42 evertrace:26 exa:21 examcp:2 excalidrawmcp:29
expomcp:24 fathom:11 fathommcp:9 fellowaimcp:7 fevermcp:2 fiberymcp:55 figma:54 financialdatasetsmcp:24
firecrawlmcp:22 firefliesmcp:16 fiscalaimcp:2 fluxmcp:8 folkmcp:14 freshdesk:34 fullenrichmcp:12
gainsight:28 github:217 githubmcp:42 githubpat:217 gitlab:189 globalpingmcp:12 gmail:56 gocardlessmcp:17
gong:49 gongmcp:3 googleanalytics:66 googlebusinessprofile:56 googlecalendar:30 googledocs:47
googledrive:47 googledwd:100 googleforms:10 googlelooker:31 googlemeet:16 googlesearchconsole:10
googlesheets:48 googleslides:5 gorgiasmcp:82 grainmcp:29 granola:9 granolamcp:4 greptilmcp:12
gtmetrixmcp:9 gustomcp:38 happyscribemcp:38 harvestapi:25 harvestmcp:36 hexmcp:5 heyreach:14 hubspot:457
hubspotmcp:17 huggingfacemcp:10 icepanelmcp:24 igptmcp:2 intercom:113 jammcp:15 jenticmcp:4 jiminny:27
jira:374 jiraservicemanagement:72 jotformmcp:7 kitmcp:69 klaviyomcp:32 klingmcp:8 latchbiomcp:9
launchdarklymcp:100 leadboxermcp:5 leadfeedermcp:58 leadiq:14 leadiqmcp:16 legaldatahuntermcp:7
lemlistmcp:62 liltmcp:8 linear:62 linearmcp:38 linkedin:59 linklymcp:25 listenlabsmcp:11 logrocketmcp:3
loopsmcp:20 lucidmcp:17 lunarcrushmcp:15 lushamcp:18 magicpatternsmcp:12 mailchimp:73 mailercloudmcp:47
mailerlitemcp:68 mailgun:259 mailtrap:92 makemcp:117 mem0mcp:11 memberstackmcp:9 memmcp:23 mercurymcp:30
metaviewmcp:29 metricoolmcp:7 microsoft365:313 microsoftexcel:47 microsoftteams:82 microsoftword:10
minicoursegeneratormcp:24 mintlifymcp:18 miro:115 miromcp:35 mixmaxmcp:3 mixpanelanalytics:51
mixpanelcompliance:5 mixpanelingestion:25 mobbinmcp:3 momentum:8 monday:73 mondaymcp:63 motherduckmcp:33
motionmcp:14 mtnewswiresmcp:6 muxmcp:2 neonmcp:31 netlifymcp:9 nimblemcp:16 nocodbmcp:11 notion:51
notionmcp:17 onedrive:46 onenote:13 onepagemcp:53 openroutermcp:16 otteraimcp:3 outlook:126 outreach:80
pagerduty:71 pandadocmcp:22 parallelaitaskmcp:4 pendomcp:20 phantombuster:56 phantombustermcp:62
pipedrive:105 pipedrivemcp:28 pixelbinmcp:7 plainmcp:49 planemcp:109 planetscalemcp:16
planningcentermcp:37 plaudmcp:5 posthogmcp:199 postmanmcp:41 postmark:59 prismamcp:13 privacymcp:10
profoundmcp:15 pylon:134 pylonmcp:29 quickbooks:117 quicknodemcp:19 quizvideomcp:30 readaimcp:3
recraftmcp:19 redshift:10 replitmcp:8 resend:101 revealedaimcp:13 rizemcp:50 runwaremcp:12 salesforce:74
salesloft:56 sanitymcp:38 scarpflymcp:31 scholargateway:1 semaphorecimcp:18 sendgrid:391 sendmcp:10
sentrymcp:9 servicenow:112 sharepoint:52 signwell:26 slack:82 slackmcp:19 sleekplanmcp:42 slitemcp:36
smtp2go:74 snowflake:42 snowflakekeyauth:42 splicemcp:6 sportradarmcp:7 stackaimcp:15 statuspage:99
storeleadsmcp:16 stripe:178 stripemcp:22 supabase:163 supadata:21 supadatamcp:9 supermetricsmcp:12
surveymonkeymcp:19 swaggermcp:23 sybilmcp:7 synapsemcp:5 synthesizebiomcp:4 tableau:49 tactiqmcp:6
tallymcp:25 tangomcp:5 tavilymcp:5 telnyxmcp:3 testidinomcp:28 ticktickmcp:47 tinyfishmcp:17
todoistmcp:50 topcounselmcp:1 trello:36 twelvedatamcp:24 twilio:61 twitter:104 twitterbearer:44
twitteroauth:92 typeformmcp:34 upstreammcp:46 v0mcp:5 vapimcp:13 vercel:83 vercelmcp:19
vibeprospectingmcp:14 vimeo:59 webflowmcp:23 whimsicalmcp:17 whopmcp:4 wixmcp:22 xero:94 youmcp:3
youtube:45 zapiermcp:14 zendesk:133 zendeskoauth:133 zenrowsmcp:37 zohocrm:89 zoom:58 zoominfo:97
zoomrevenueaccelerator:50`;

/** How many tools each provider has, by slug, in alphabetical order. */
export const toolCounts: ReadonlyMap<string, number> = new Map(
  counts
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [slug = '', count] = pair.split(':');
      return [slug, Number(count)] as const;
    }),
);
