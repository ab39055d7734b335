namespace CrmVoip.LoadBench;

/// <summary>What each organization has, a table after the other.</summary>
public static class Copies
{
    private const string Model = "(select id from organizacoes where slug = 'aurora')";
    private const string OfModel = $"organizacao_id = {Model}";
    private const string Organizations = "load.organizations";
    private const string Members = "load.members";
    private const string Rows = "load.rows";
    private const string WithNextStep = "(select * from load.rows where n % 3 <> 2)";
    private const string Owner = "1 + (r.n / 6) % r.members";
    private const string Phone = "'+55119' || lpad((r.n::bigint * 7919 % 100000000)::text, 8, '0')";
    private const string Called = "now() - interval '20 minutes' - (r.size - r.n) * interval '90 days' / r.size";

    private const string NextStep = "case r.n % 3 when 0 then 'Ligar para combinar a visita' else 'Enviar proposta' end";

    /// <summary>A week of days to come, and three that are gone.</summary>
    private const string Due = "current_date + r.n % 12 - 3";

    /// <summary>Of ten deals seven are open.</summary>
    private const string Fate = "case (r.n / 7) % 10 when 7 then 'perdida' when 8 then 'ganha' when 9 then 'ganha' else 'aberta' end";

    public static IReadOnlyList<Copy> All { get; } =
    [
        new("organizacoes", "slug = 'aurora'", Organizations, With(("id", Id(1, "0")), ("slug", "'carga-' || r.org"), ("nome", "'Carga ' || r.org"))),
        new("funis", OfModel, Organizations, OfOrganization(Id(3, "m.ordem"))),
        new("etapas", OfModel, Organizations, OfOrganization(Id(4, "m.ordem"), ("funil_id", Id(3, "1")))),
        new("resultados_de_ligacao", OfModel, Organizations, OfOrganization(Id(5, "m.ordem"))),
        new("motivos_de_perda", OfModel, Organizations, OfOrganization(Id(6, "m.ordem"))),
        new("usuarios", "email = 'admin@aurora.example'", Organizations, With(
            ("id", Id(2, "1")), ("email", Email("1")), ("user_name", Email("1")),
            ("normalized_email", $"upper({Email("1")})"), ("normalized_user_name", $"upper({Email("1")})"), ("ultima_organizacao", "'carga-' || r.org"))),
        new("membros", $"{OfModel} and email = 'admin@aurora.example'", Members, With(
            ("organizacao_id", Id(1, "0")), ("usuario_id", Id(2, "r.m")), ("nome", Names.Person("r.m * 3")), ("email", Email("r.m")),
            ("papel", "case r.m when 1 then 'administrador' else 'vendedor' end"))),
        new("contatos", $"{OfModel} order by id limit 1", Rows, OfOrganization(
            Id(7, "r.seq"), ("nome", Names.Person("r.n")), ("empresa", Names.Company("r.n")), ("email", "'contato' || r.n || '@cliente.example'"),
            ("telefone", Phone), ("telefone_texto", Phone), ("numeros", $"array[{Phone}]"), ("telefones_prontos", "true"), ("busca", "null::text"),
            ("criado_em", $"{Called} - interval '3 days'"))),
        new("telefones_do_contato", $"{OfModel} and principal and not errado and not nao_ligar order by id limit 1", Rows, OfOrganization(
            Id(12, "r.seq"), ("contato_id", Id(7, "r.seq")), ("numero", Phone), ("texto", Phone))),
        new("oportunidades", $"{OfModel} order by id limit 1", Rows, OfOrganization(
            Id(8, "r.seq"), ("etapa_id", Id(4, "1 + r.n % 6")), ("contato_id", Id(7, "r.seq")), ("responsavel_id", Id(2, Owner)),
            ("titulo", Names.Deal("r.n")), ("busca", "null::text"), ("valor", "1800 + r.n::bigint * 7919 % 92000"), ("posicao", "'b' || lpad(r.n::text, 7, '0') || '5'"),
            ("situacao", Fate), ("na_etapa_desde", "now() - (r.n % 40) * interval '1 day'"), ("criada_em", $"{Called} - interval '3 days'"), ("atualizada_em", Called),
            ("encerrada_em", $"case {Fate} when 'aberta' then null::timestamptz else {Called} end"),
            ("motivo_de_perda_id", $"case {Fate} when 'perdida' then {Id(6, "1 + r.n % 6")} end"),
            ("proximo_passo", $"case when r.n % 3 <> 2 then {NextStep} end"), ("proximo_passo_em", $"case when r.n % 3 <> 2 then {Due} end"),
            ("tarefas_prontas", "true"))),
        new("tarefas", $"{OfModel} and oportunidade_id is not null and concluida_em is null order by id limit 1", WithNextStep, OfOrganization(
            Id(13, "r.seq"), ("tipo", "'outra'"), ("texto", NextStep), ("dia", Due), ("hora", "null::time"), ("prazo", $"({Due} + 1)::timestamp at time zone 'UTC' - interval '1 second'"),
            ("responsavel_id", Id(2, Owner)), ("oportunidade_id", Id(8, "r.seq")), ("criada_em", Called))),
        new("ligacoes", $"{OfModel} order by id limit 1", Rows, OfOrganization(
            Id(9, "r.seq"), ("usuario_id", Id(2, Owner)), ("oportunidade_id", Id(8, "r.seq")), ("contato_id", Id(7, "r.seq")), ("numero_destino", Phone),
            ("numero_origem", $"(1000 + {Owner})::text"), ("status", "case r.n % 2 when 0 then 'atendida' else 'nao_atendida' end"), ("origem_status", "'navegador'"),
            ("causa_desligamento", "case r.n % 2 when 0 then 'normal' else 'no_answer' end"), ("duracao_segundos", "case r.n % 2 when 0 then 60 + r.n % 300 else 0 end"),
            ("inicio_em", Called), ("atendida_em", $"case r.n % 2 when 0 then {Called} + interval '8 seconds' end"), ("fim_em", $"{Called} + interval '10 minutes'"),
            ("notas", "case r.n % 4 when 0 then 'Pediu a proposta por e-mail e volta a falar na semana que vem.' end"),
            ("resultado_id", $"case r.n % 5 when 0 then null else {Id(5, "1 + r.n % 4")} end"),
            ("ultimo_sinal_em", $"{Called} + interval '10 minutes'"), ("criado_em", Called))),
        new("ligacao_eventos", $"{OfModel} and origem = 'navegador' and tipo = 'encerrada' order by id limit 1", Rows, OfOrganization(
            Id(10, "r.seq"), ("ligacao_id", Id(9, "r.seq")), ("ocorrido_em", $"{Called} + interval '10 minutes'"), ("recebido_em", $"{Called} + interval '10 minutes'"))),
        new("audit_log", $"{OfModel} and acao = 'ligacao.iniciada' order by id limit 1", Rows, OfOrganization(
            Id(11, "r.seq"), ("ocorrido_em", Called), ("usuario_id", Id(2, Owner)), ("entidade_id", Id(9, "r.seq")), ("oportunidade_id", Id(8, "r.seq")),
            ("dados", $"jsonb_build_object('numero', {Phone})"))),
    ];

    /// <summary>The person who signs in to an organization by its number.</summary>
    public static string Email(string member) => $"'pessoa' || {member} || '@carga-' || r.org || '.example'";

    private static Dictionary<string, string> OfOrganization(string id, params (string Column, string Value)[] values) =>
        With([("organizacao_id", Id(1, "0")), ("id", id), .. values]);

    private static Dictionary<string, string> With(params (string Column, string Value)[] values) => values.ToDictionary(v => v.Column, v => v.Value);

    // As the product's: time first, then what tells it from others. Half a year ago plus a millisecond for each.
    private static string Id(int kind, string number) =>
        $"(lpad(to_hex((extract(epoch from current_date - 180) * 1000)::bigint + {number}), 12, '0') || '7{kind:x3}8' || lpad(to_hex(r.org), 15, '0'))::uuid";
}
