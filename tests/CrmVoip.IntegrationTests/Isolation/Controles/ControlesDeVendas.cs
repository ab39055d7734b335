using CrmVoip.Features.Vendas.Lote;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeVendas : IControles
{
    private static readonly string[] _contatoNovo = ["ContatoNome", "ContatoEmpresa", "ContatoTelefone"];

    private const string NoAviso = "its forms are menus over the list, and what is refused is told in a notice";

    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /oportunidades/{id:guid}").Com(c => c.Oportunidade.Id),
        Controle.De("GET /oportunidades/{id:guid}/historico").Com(c => c.Oportunidade.Id),
        Controle.De("GET /oportunidades/{id:guid}/ligacoes").Com(c => c.Oportunidade.Id),
        Controle.De("GET /oportunidades/{id:guid}/ligacoes/registrar").Com(c => c.Oportunidade.Id),
        Controle.De("POST /oportunidades/{id:guid}/ligacoes/registrar").Com(c => c.Oportunidade.Id).Form(AMao).SemLimite("Nota"),
        Controle.De("POST /oportunidades/{id:guid}/ligacoes/{ligacaoId:guid}/trazer").ComVarios(async c => [c.Oportunidade.Id, await c.LigacaoDeForaAsync()]),
        Controle.De("POST /oportunidades/{id:guid}/ligacoes/{ligacaoId:guid}/registro/{registroId:guid}")
            .ComVarios(async c => [c.Oportunidade.Id, .. await c.RegistroEmDuvidaAsync()]),
        Controle.De("GET /oportunidades/{id:guid}/editar").Com(c => c.Oportunidade.Id),
        Controle.De("POST /oportunidades/{id:guid}/editar").Com(c => c.Oportunidade.Id)
            .Form(c => Oportunidade(c, Versao(c))).ContamSoSem("ContatoId", _contatoNovo),
        Controle.De("POST /oportunidades/{id:guid}/etapa").Com(c => c.Oportunidade.Id).Form(c => [("etapaId", $"{c.Oportunidade.EtapaId}")]),
        Controle.De("GET /oportunidades/criar"),
        Controle.De("POST /oportunidades/criar")
            .Form(c => [.. Oportunidade(c), ("EtapaId", $"{c.Oportunidade.EtapaId}")]).ContamSoSem("ContatoId", _contatoNovo),
        Controle.De("GET /oportunidades"),
        Controle.De("GET /oportunidades/lista"),
        Controle.De("POST /oportunidades/lote/mover")
            .Form(c => [("Ids", $"{c.Oportunidade.Id}"), ("EtapaId", $"{c.Oportunidade.EtapaId}")]).SemEstragar(NoAviso),
        Controle.De("POST /oportunidades/lote/passar")
            .Form(c => [("Ids", $"{c.Oportunidade.Id}"), ("ResponsavelId", $"{c.Pessoa.Id}")]).SemEstragar(NoAviso),
        Controle.De("POST /oportunidades/lote/perder")
            .Form(c => [("Ids", $"{c.OutraOportunidadeAsync().GetAwaiter().GetResult()}"), ("MotivoId", $"{c.MotivoId}"), ("Detalhe", "Fechou com outro")]).SemEstragar(NoAviso),
        Controle.De("POST /oportunidades/lote/desfazer").Json(c => new { ficha = Ficha(c) }),
        Controle.De("GET /oportunidades/etapas/{etapaId:guid}/cartoes").Com(c => c.Oportunidade.EtapaId),
        Controle.De("POST /oportunidades/{id:guid}/posicao").Com(c => c.Oportunidade.Id)
            .Json(c => new { etapaId = c.Oportunidade.EtapaId, depoisDe = (Guid?)null, antesDe = (Guid?)null, etapaVista = c.Oportunidade.EtapaId }),
        Controle.De("GET /oportunidades/etapas/{etapaId:guid}/rapida").Com(c => c.Oportunidade.EtapaId),
        Controle.De("POST /oportunidades/rapida")
            .Form(c =>
            [
                ("Titulo", "Usina"), ("ContatoNome", "Rita"), ("ContatoId", ""), ("ResponsavelId", $"{c.Pessoa.Id}"), ("EtapaId", $"{c.Oportunidade.EtapaId}"),
            ])
            .SemEstragar("its fields carry a prefix, for it stands on a page with other forms; FiltroTests spoils it"),
        Controle.De("POST /oportunidades/{id:guid}/resumo").Com(c => c.Oportunidade.Id)
            .Form(c => [("Titulo", "Usina"), ("Valor", "10"), ("ResponsavelId", $"{c.Pessoa.Id}"), ("ProximoPasso", "Ligar"), ("ProximoPassoEm", "2026-12-01"), Versao(c)]),
        Controle.De("POST /oportunidades/{id:guid}/ganhar").Com(c => c.OutraOportunidadeAsync()).Form(_ => []),
        Controle.De("GET /oportunidades/{id:guid}/perder").Com(c => c.Oportunidade.Id),
        Controle.De("POST /oportunidades/{id:guid}/perder").Com(c => c.OutraOportunidadeAsync())
            .Form(c => [("MotivoId", $"{c.MotivoId}"), ("Detalhe", "Fechou com outro")]),
        Controle.De("POST /oportunidades/{id:guid}/reabrir").Com(c => c.OutraOportunidadeAsync(o => o.Ganhar(DateTimeOffset.UtcNow))).Form(_ => []),
        Controle.De("POST /oportunidades/{id:guid}/pedido").Com(async c => await c.DeOutraPessoaAsync(o => { })).Form(_ => []),
        Controle.De("POST /oportunidades/{id:guid}/pedido/passar").Com(async c => await c.DeOutraPessoaAsync(o => o.Pedir(c.Pessoa.Id, DateTimeOffset.UtcNow))).Form(_ => []),
        Controle.De("POST /oportunidades/{id:guid}/pedido/recusar").Com(async c => await c.DeOutraPessoaAsync(o => o.Pedir(c.Pessoa.Id, DateTimeOffset.UtcNow))).Form(_ => []),
    ];

    /// <summary>A call made on another telephone, in the form of a deal or a contact.</summary>
    internal static (string, string?)[] AMao(Cenario c) =>
    [
        ("Sentido", "Saida"), ("NumeroEscolhido", "outro"), ("OutroNumero", "(11) 96000-0077"), ("Dia", "20/11/2026"), ("Hora", "10:00"), ("Minutos", "5"),
        ("Atendida", "true"), ("ResultadoId", $"{c.ResultadoId}"), ("Nota", "Quer a proposta."),
    ];

    private static (string, string?)[] Oportunidade(Cenario c, params (string, string?)[] mais) =>
    [
        ("Titulo", "Usina"), ("Valor", "10"), ("ContatoId", $"{c.Oportunidade.ContatoId}"), ("ResponsavelId", $"{c.Pessoa.Id}"), .. mais,
    ];

    private static string Ficha(Cenario c)
    {
        var atual = new OrganizacaoAtual();
        atual.Definir(new Vinculo(c.Organizacao.Id, c.Organizacao.Slug, "", "America/Sao_Paulo", c.Pessoa.Papel, null));
        atual.DefinirUsuario(c.Pessoa.Id);
        var antes = new AntesDoLote(c.Oportunidade.Id, c.Oportunidade.EtapaId) { Posicao = "V", Desde = DateTimeOffset.UtcNow };
        return new FichaDoLote(c.App.Services.GetRequiredService<IDataProtectionProvider>(), atual).Selar(new VoltaDoLote(VoltaDoLote.Mover, c.Oportunidade.EtapaId, [antes]));
    }

    private static (string, string?) Versao(Cenario c)
    {
        var versao = c.App.Banco.LerAsync($"select xmin::text from oportunidades where organizacao_id = '{c.Organizacao.Id}' and id = '{c.Oportunidade.Id}'");
        return ("Versao", (string)versao.GetAwaiter().GetResult()[0][0]);
    }
}
