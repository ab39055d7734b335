using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CrmVoip.Features.Vendas.Quadros;

public sealed record Responsavel(Guid Id, string Nome)
{
    /// <summary>Follows the name of who has left.</summary>
    public const string Desativado = " (desativado)";
}

/// <param name="Id">The user's.</param>
/// <param name="Nome">The name in this organization.</param>
/// <param name="Ativo">False for who was deactivated.</param>
/// <param name="ComAbertas">Whether open deals are still theirs, which somebody must take over.</param>
public sealed record MembroDaEquipe(Guid Id, string Nome, bool Ativo, bool ComAbertas);

/// <summary>How a card names its owner.</summary>
public sealed record DonoDoCartao(string Nome)
{
    public string Iniciais { get; } = Formato.Iniciais(Nome);
}

/// <summary>Everybody of an organization and the stages of its board, as the board names them, and whether its deals are counted (Funil.Contado).</summary>
public sealed class Equipe(IReadOnlyCollection<MembroDaEquipe> membros, IReadOnlyList<EtapaDoFunil> etapas, bool contado)
{
    private static readonly DonoDoCartao _desconhecido = new("");

    private readonly Dictionary<Guid, DonoDoCartao> _donos = membros.ToDictionary(m => m.Id, m => new DonoDoCartao(m.Nome));

    public bool Contado => contado;

    /// <summary>Of no name for somebody it does not know.</summary>
    public DonoDoCartao Dono(Guid id) => _donos.GetValueOrDefault(id, _desconhecido);

    /// <summary>In their order.</summary>
    public IReadOnlyList<EtapaDoFunil> Etapas => etapas;

    /// <summary>Of no name for a stage it does not know.</summary>
    public string Etapa(Guid id) => etapas.FirstOrDefault(e => e.Id == id)?.Nome ?? "";

    public bool Conhece(CartaoDaOportunidade cartao) => _donos.ContainsKey(cartao.ResponsavelId) && etapas.Any(e => e.Id == cartao.EtapaId);

    /// <summary>Who can get a deal; who asks stands first.</summary>
    public IReadOnlyList<Responsavel> Ativos(Guid? primeiro) =>
        [.. membros.Where(m => m.Ativo).OrderByDescending(m => m.Id == primeiro).Select(m => new Responsavel(m.Id, m.Nome))];

    /// <summary>The people the board can be filtered by; who asks stands first.</summary>
    public IReadOnlyList<Responsavel> Responsaveis(Guid? primeiro) =>
    [
        .. membros.Where(m => m.Ativo || m.ComAbertas)
            .OrderByDescending(m => m.Id == primeiro)
            .Select(m => new Responsavel(m.Id, m.Ativo ? m.Nome : m.Nome + Responsavel.Desativado)),
    ];
}

/// <summary>
/// Kept for a minute: the board is opened far more often than a team changes, and a card that looked its owner up would make
/// PostgreSQL join the team to every stage.
/// </summary>
public sealed class EquipeDoQuadro(IMemoryCache cache, CrmDbContext db, OrganizacaoAtual atual)
{
    private static readonly TimeSpan _validade = TimeSpan.FromMinutes(1);

    /// <param name="cartoes">What is shown: of somebody, or in a stage, that came within the minute, it is asked for anew.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Equipe> LerAsync(IReadOnlyCollection<CartaoDaOportunidade> cartoes, CancellationToken ct)
    {
        if (cache.TryGetValue(Chave, out Equipe? lembrada) && cartoes.All(lembrada!.Conhece))
        {
            return lembrada;
        }

        var contado = await db.Funis.AllAsync(f => f.Contado, ct);
        var comAbertas = ComAbertas(contado);
        var membros = await db.Membros
            .Select(m => new MembroDaEquipe(m.UsuarioId, m.Nome, m.Ativo, comAbertas.Contains(m.UsuarioId)))
            .ToListAsync(ct);
        var etapas = await db.EtapasDoFunilPrincipal().Select(e => new EtapaDoFunil(e.Id, e.Nome, e.Ordem)).ToListAsync(ct);
        return cache.Set(Chave, new Equipe([.. membros.OrderBy(m => m.Nome, Nomes.Ordem)], etapas, contado), _validade);
    }

    /// <summary>The stages have changed: this instance asks anew at once, the others within the minute.</summary>
    public void Esquecer() => cache.Remove(Chave);

    private IQueryable<Guid> ComAbertas(bool contado) => contado
        ? db.ContagensDoFunil
            .Where(c => c.Situacao == SituacaoDaOportunidade.Aberta)
            .GroupBy(c => c.ResponsavelId)
            .Where(g => g.Sum(c => c.Quantidade) > 0)
            .Select(g => g.Key)
        : db.Oportunidades.Where(o => o.Situacao == SituacaoDaOportunidade.Aberta).Select(o => o.ResponsavelId);

    private string Chave => $"equipe:{atual.IdExigido:N}";
}
