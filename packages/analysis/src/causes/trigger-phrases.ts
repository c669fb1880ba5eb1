import type { Trigger } from '@refrain/domain';

/** Phrases that state what set a failure off, in the syntax of `compilePhrase`. */
export const triggerPhrases: Readonly<Record<Exclude<Trigger, 'unknown'>, readonly string[]>> = {
  deployment: [
    'after|following|since|during|with|when|until|soon|immediately|right deployment|deploy|deployed|release|released|rollout|shipped|merge|merged',
    'deployment|deploy|release|rollout caused|introduced|broke|triggered|resulted|led|included|contained|started',
    'deployed|released|shipped|merged|pushed|published new|change|code|version|update|feature|bug|pr|fix|build',
    'pr|pull|commit|merge request|merged|introduced|caused|broke|deployed',
    'recent|new|latest|bad|faulty deployment|release|code|build|deploy|change',
    'introduced|added|removed|refactored|rewrote code|function|query|component|page|helper|logic|endpoint|feature',
    'went|gone|go live',
  ],
  config_push: [
    'change|changed|changes|update|updated|edit|edited|modified|adjusted|lowered|raised|reduced|increased config|configuration|setting|settings|value|flag|variable|parameter|limit|timeout|rule|rules|policy|record|dns|label|annotation|annotations|model|schema|route|quota|threshold',
    'terraform|pulumi|cloudformation|ansible apply|applied|applying|run|plan|change|changes|destroy|pr',
    'config|configuration|policy|firewall|waf|dns|network|routing|infrastructure change|changed|push|pushed|rollout|applied|update|misconfigured|misconfiguration',
    'flag|toggle|toggles enabled|disabled|turned|flipped|removed|switched|rolled',
    'rule|rules|record|records|policy|entry|label|field|fields|permission|role added|removed|deleted|changed|applied|pushed|updated|renamed',
    'committed|pushed|applied|added|set|put wrong|new|incorrect|secret|credential|key|value|config|configuration|rule|field',
    'new configuration|config|settings deployed|applied|pushed|rolled|uploaded',
  ],
  traffic: [
    'spike|surge|increase|increased|burst|influx|flood|peak|wave|rise|growth|jump traffic|load|requests|users|visitors|logins|demand|queries|usage|volume',
    'high|heavy|unusual|unexpected|excessive|record traffic|load|volume|demand|usage|number|requests',
    'many|large|hundreds|thousands|number users|students|visitors|customers|clients|requests started|starting|simultaneously|logged|joined|same|once|concurrent',
    'bots|crawler|crawlers|scraper|attack|ddos|campaign|newsletter|event|workshop|class|exam|sale requests|traffic|load|started|caused|hit|sent|triggered|began',
    'retry|retries|reconnecting clients|storm|traffic|load',
  ],
  maintenance: [
    'during|while|after|as|when|part upgrade|upgrading|migration|migrating|maintenance|cleanup|replacement|replacing|rotation|reindex|reindexing|restore|failover|drain|draining|cordon|patching|resize|resizing|decommission|decommissioning',
    'cluster|kubernetes|node|nodes|eks|gke|kops|os|database|server|control upgrade|upgraded|upgrading|migration|migrated|replaced|recycled|rotated|drained|resized|patching|rebuild',
    'planned|scheduled|routine|regular maintenance|work|upgrade|migration|failover|restart|change',
    'ran|executed|run|running|typed|issued command|script|kubectl|delete|manually|job|playbook|query',
    'deleted|deleting|destroyed|destroying|removed|terminated|cleaned manually|accidentally|unused|old|mistake|test|cluster|namespace|by',
    'reindex|reindexing|backfill|replication|bulk|import|export running|started|during|load|caused|overnight|heavy',
    'migrating|migration|moving|moved|switching|switched to|from',
    'credential|credentials|password|secret|secrets|key|token rotated|rotation|changed|reset|revoked',
  ],
  dependency_change: [
    'upgrade|upgraded|upgrading|bump|bumped|update|updated version|chart|module|provider|package|library|image|controller|plugin|operator|dependency|helm|driver|engine|sdk|agent|component|ami',
    'new|newer|latest|major|minor version|release|image|ami|chart|provider of|from|dropped|changed|introduced|upgrade|rolled',
    'unpinned|floating|automatic|automatically|unintentional|unattended version|update|upgrade|image|tag|dependency',
    'vendor|supplier|provider|upstream|third|aws|azure|microsoft|elastic rolled|released|changed|outage|retired|deprecated|deprecation|pushed',
    'provider|supplier|service|api party|their|external behaviour|behavior|changed|change|outage|removed|sunset',
    'support dropped|removed|ended|end',
  ],
  hardware: [
    'power|utility|generator|cooling|hvac outage|loss|lost|failure|failed|cut|interruption',
    'hardware|disk|drive|switch|router|host|server|nic|psu|controller|cable|fibre|fiber failure|failed|fault|died|broken|faulty|cut|damaged|crashed',
    'node|instance|host|vm|machine crashed|died|lost|retired|rebooted|preempted|unreachable|notready|failed|terminated spontaneously|aws|unexpectedly|suddenly|hardware|provider|itself',
    'availability|zone|datacenter|datacentre|data zone|centre|center|az outage|lost|down|offline|failure',
    'lightning|flood|storm|fire|earthquake|weather',
  ],
  time: [
    'certificate|certificates|cert|token|secret|credential|credentials|license|licence|domain|key|password expired|expiry|expires|expiring|lapsed|renewed|renewal|expiration',
    'midnight|overnight|nightly|hourly|daily|weekly|cron|cronjob|scheduled job|run|task|started|backup|ran|trigger|pipeline',
    'gradually|slowly|steadily|over time|weeks|months|days grew|growth|growing|increased|filled|accumulated|until',
    'leap|daylight|clock|clocks second|saving|savings|change|skew|drift|year',
    'year|month|quarter end|beginning|turn',
    'not|never|automatically renewed|rotated',
  ],
};
