namespace CrmVoip.E2ETests.Infra;

/// <summary>Where AccessibilityTests sees each screen of the product.</summary>
internal static class TelasVistas
{
    private const string Convite = "/conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}";

    /// <summary>Before signing in.</summary>
    public static readonly Dictionary<string, string> Fora = new()
    {
        ["/conta/entrar"] = "/conta/entrar",
        ["/conta/criar"] = "/conta/criar",
        ["/conta/recuperar"] = "/conta/recuperar",
        ["/conta/redefinir/{usuarioId:guid}/{token}"] = $"/conta/redefinir/{Guid.NewGuid()}/vencido",
        ["/conta/criar/{id:guid}/{token}"] = $"/conta/criar/{Guid.NewGuid()}/vencido",
        ["/conta/confirmar/{token}"] = "/conta/confirmar/vencido",
    };

    /// <summary>Of an administrador: the pages, and for those with an id the page and the link that leads there.</summary>
    public static readonly Dictionary<string, (string Pagina, string? Link)> Dentro = new()
    {
        ["/oportunidades"] = ("/oportunidades", null),
        ["/oportunidades/lista"] = ("/oportunidades/lista", null),
        ["/oportunidades/criar"] = ("/oportunidades/criar", null),
        ["/oportunidades/{id:guid}"] = ("/oportunidades", ".cartao h3 a"),
        ["/oportunidades/{id:guid}/editar"] = ("/oportunidades", ".cartao h3 a"),
        ["/oportunidades/{id:guid}/perder"] = ("/oportunidades", ".cartao h3 a"),
        ["/hoje"] = ("/hoje", null),
        ["/tarefas"] = ("/tarefas?Quem=todas", null),
        ["/tarefas/criar"] = ("/tarefas/criar", null),
        ["/tarefas/{id:guid}/editar"] = ("/tarefas?Quem=todas", ".tarefa__texto"),
        ["/tarefas/{id:guid}/excluir"] = ("/tarefas?Quem=todas", ".tarefa__texto"),
        ["/contatos"] = ("/contatos", null),
        ["/contatos/criar"] = ("/contatos/criar", null),
        ["/contatos/{id:guid}"] = ("/contatos", ".contatos__nome"),
        ["/importacoes"] = ("/importacoes", null),
        ["/importacoes/criar"] = ("/importacoes/criar", null),
        ["/importacoes/{id:guid}"] = ("/importacoes", ".planilha__nome"),
        ["/ligacoes"] = ("/ligacoes?Periodo=mes", null),
        ["/conexoes"] = ("/conexoes", null),
        ["/conexoes/api4com"] = ("/conexoes/api4com", null),
        ["/conexoes/api4com/desconectar"] = ("/conexoes/api4com/desconectar", null),
        ["/ramais"] = ("/ramais", null),
        ["/ramais/organizacao"] = ("/ramais/organizacao", null),
        ["/ramais/organizacao/atribuir"] = ("/ramais/organizacao/atribuir", null),
        ["/ramais/organizacao/{id:guid}/revogar"] = ("/ramais/organizacao", "a[href$='/revogar']"),
        ["/membros"] = ("/membros", null),
        ["/membros/{id:guid}/papel"] = ("/membros", "a[href$='/papel']"),
        ["/membros/{id:guid}/desativar"] = ("/membros", "a[href$='/desativar']"),
        ["/membros/segundo-fator"] = ("/membros/segundo-fator", null),
        ["/conta/seguranca/duas-etapas"] = ("/conta/seguranca/duas-etapas", null),
        ["/conta/seguranca/chaves"] = ("/conta/seguranca/chaves", null),
        ["/conta/provar"] = ("/conta/provar", null),
        ["/convites/criar"] = ("/convites/criar", null),
        ["/configuracoes"] = ("/configuracoes", null),
        ["/configuracoes/etapas/criar"] = ("/configuracoes/etapas/criar", null),
        ["/configuracoes/etapas/{id:guid}"] = ("/configuracoes", "#etapas a[href*='/etapas/']"),
        ["/configuracoes/etapas/{id:guid}/arquivar"] = ("/configuracoes", "#etapas a[href$='/arquivar']"),
        ["/configuracoes/motivos/criar"] = ("/configuracoes/motivos/criar", null),
        ["/configuracoes/motivos/{id:guid}"] = ("/configuracoes", "#motivos a[href*='/motivos/']"),
        ["/configuracoes/resultados/criar"] = ("/configuracoes/resultados/criar", null),
        ["/configuracoes/resultados/{id:guid}"] = ("/configuracoes", "#resultados a[href*='/resultados/']"),
        ["/auditoria"] = ("/auditoria", null),
        ["/recados"] = ("/recados", null),
        ["/desenvolvimento/design"] = ("/desenvolvimento/design", null),
        ["/conta/seguranca"] = ("/conta/seguranca", null),
        ["/conta/seguranca/sair-de-tudo"] = ("/conta/seguranca/sair-de-tudo", null),
        ["/conta/organizacoes"] = ("/conta/organizacoes", null),
        ["/conta/organizacoes/criar"] = ("/conta/organizacoes/criar", null),
    };

    /// <summary>Looked at in journeys, where what they need exists.</summary>
    public static readonly string[] EmJornada =
    [
        Convite, "/convites/{id:guid}/revogar", "/membros/{id:guid}/reativar", "/busca", "/oportunidades/etapas/{etapaId:guid}/rapida",
        "/oportunidades/{id:guid}/ligacoes", "/oportunidades/{id:guid}/historico", "/oportunidades/etapas/{etapaId:guid}/cartoes", "/ramais/organizacao/api4com",
        "/oportunidades/{id:guid}/ligacoes/registrar", "/contatos/{id:guid}/ligacoes/registrar",
        "/contatos/{id:guid}/ligacoes", "/contatos/{id:guid}/historico", "/contatos/{id:guid}/tarefas", "/oportunidades/{id:guid}/tarefas", "/ligacoes/retornos", "/ligacoes/numeros", "/ligacoes/{id:guid}/correcao", "/ligacoes/{id:guid}/anotacao", "/primeiros-passos",
        "/conta/entrar/codigo", "/conta/entrar/recuperacao", "/conta/seguranca/duas-etapas/ligar", "/conta/seguranca/duas-etapas/desligar",
        "/conta/seguranca/chaves/{id}", "/conta/seguranca/chaves/{id}/remover", "/conta/reentrar",
        "/importacoes/{id:guid}/colunas", "/importacoes/{id:guid}/desfazer",
        "/oportunidades/{id:guid}/notas", "/oportunidades/{id:guid}/notas/{notaId:guid}", "/contatos/{id:guid}/notas", "/contatos/{id:guid}/notas/{notaId:guid}",
    ];

    public static readonly string[] SemTela =
        ["/", "/conta/continuar", "/ligacoes/{id:guid}", "/ligacoes/perdidas", "/telefonia/linha", "/telefonia/recordings/{ligacaoId:guid}", "/recados/novos", "/recados/pessoas", "/auditoria/exportar", "/contatos/exportar", "/ligacoes/exportar", "/oportunidades/exportar", "/importacoes/{id:guid}/recusadas", "/novidades"];
}
