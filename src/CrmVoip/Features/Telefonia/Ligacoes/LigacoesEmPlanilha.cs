using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The calls that the list's filter shows to who asks, newest first.</summary>
public sealed class LigacoesEmPlanilha(CrmDbContext db, OrganizacaoAtual atual)
{
    /// <param name="filtro">Completed and valid.</param>
    /// <param name="escolhas">Of the list.</param>
    /// <param name="hoje">The day it is in the organization.</param>
    public ListaParaPlanilha<ItemDeLigacao> Preparar(FiltroDeLigacoes filtro, EscolhasDoFiltro escolhas, DateOnly hoje)
    {
        var fuso = atual.Exigido.FusoHorario;
        var recorte = filtro.Recortar(hoje, fuso, escolhas.Resultados);
        return new ListaParaPlanilha<ItemDeLigacao>(
            "ligacoes",
            EmPalavras(filtro, escolhas, hoje),
            [
                new("Data e hora", l => Celula.Momento(l.InicioEm, fuso)),
                new("Direção", l => Celula.De(l.DirecaoEmPalavras)),
                new("Pessoa", l => Celula.De(l.Quem)),
                new("Contato", l => Celula.De(l.Contato)),
                new("Número", l => Celula.Telefone(l.Numero)),
                new("Oportunidade", l => Celula.De(l.Oportunidade)),
                new("Situação", l => Celula.De(Formato.Status(l.Status))),
                new("Conversa (segundos)", l => Celula.Inteiro(l.DuracaoSegundos)),
                new("Resultado", l => Celula.De(l.Resultado)),
                new("Nota", l => Celula.De(l.Notas)),
                new("Origem", l => Celula.De(l.AMao ? "Registrada à mão" : l.DeFora ? "Fora do CRM" : "CRM")),
                new("Gravação", l => Celula.De(l.TemGravacao ? "Sim" : "Não")),
            ],
            ct => db.Visiveis(atual).Do(recorte, db).CountAsync(ct),
            ct => db.EmPartesAsync<ItemDeLigacao>(ultima => ParteAsync(recorte, ultima?.Marco, ct), ct));
    }

    private Task<List<ItemDeLigacao>> ParteAsync(RecorteDeLigacoes recorte, Marco? antes, CancellationToken ct) =>
        db.Visiveis(atual).Do(recorte, db)
            .MaisAntigasQue(antes, l => l.InicioEm, l => l.Id)
            .Take(ExportarLista.LinhasPorVez)
            .ComoItens(db, atual)
            .ToListAsync(ct);

    private static string EmPalavras(FiltroDeLigacoes filtro, EscolhasDoFiltro escolhas, DateOnly hoje)
    {
        var (de, ate) = PeriodoDasLigacoes.Dias(filtro, hoje);
        string?[] partes =
        [
            de == ate ? DiaLocal.ParaCampo(de) : $"{DiaLocal.ParaCampo(de)} a {DiaLocal.ParaCampo(ate)}",
            filtro.Pessoa == FiltroDeLigacoes.Ninguem ? "que ninguém atendeu" : escolhas.Nome(Guid.TryParse(filtro.Pessoa, out var pessoa) ? pessoa : null),
            Direcao(filtro.Direcao),
            Status(filtro.Status),
            filtro.Resultado == FiltroDeLigacoes.Sem ? "sem resultado" : escolhas.Resultados.FirstOrDefault(r => r.Id.ToString() == filtro.Resultado)?.Nome,
            Origem(filtro.Origem),
            filtro.NumeroLimpo.Length == 0 ? null : $"“{filtro.NumeroLimpo}”",
        ];
        return string.Join(", ", partes.OfType<string>());
    }

    private static string? Direcao(string? direcao) => direcao is null ? null : direcao == EnumEmTexto.Texto(DirecaoDaLigacao.Entrada) ? "recebidas" : "feitas";

    private static string? Origem(string? origem) => origem switch
    {
        null => null,
        FiltroDeLigacoes.AMao => "registradas à mão",
        _ => EnumEmTexto.Valor<OrigemDaLigacao>(origem) == OrigemDaLigacao.Crm ? "do CRM" : "fora do CRM",
    };

    private static string? Status(string? status) => status switch
    {
        null => null,
        FiltroDeLigacoes.NaoRetornada => "não retornadas",
        _ => Formato.Status(EnumEmTexto.Valor<StatusDaLigacao>(status)),
    };
}
