using System.Threading.Channels;

namespace CrmVoip.Novidades;

/// <summary>Who listens on this instance. Costs nothing while nothing happens.</summary>
public sealed class Assinaturas
{
    /// <summary>A browser needs one; a person has a few.</summary>
    public const int PorPessoa = 16;

    private readonly Lock _trava = new();
    private readonly Dictionary<Guid, List<Assinatura>> _porOrganizacao = [];

    /// <returns>Null when the person listens too often already.</returns>
    public Assinatura? Abrir(Guid organizacaoId, Guid pessoaId)
    {
        lock (_trava)
        {
            if (!_porOrganizacao.TryGetValue(organizacaoId, out var assinaturas))
            {
                _porOrganizacao[organizacaoId] = assinaturas = [];
            }

            if (assinaturas.Count(a => a.PessoaId == pessoaId) >= PorPessoa)
            {
                return null;
            }

            var nova = new Assinatura(this, organizacaoId, pessoaId);
            assinaturas.Add(nova);
            return nova;
        }
    }

    public void Entregar(Novidade novidade)
    {
        lock (_trava)
        {
            _porOrganizacao.GetValueOrDefault(novidade.OrganizacaoId)?.ForEach(a => a.Receber(novidade));
        }
    }

    /// <summary>Hints may have been lost: everything may have changed.</summary>
    public void EntregarTudo()
    {
        lock (_trava)
        {
            foreach (var (organizacaoId, assinaturas) in _porOrganizacao)
            {
                foreach (var tipo in Enum.GetValues<TipoDeNovidade>())
                {
                    assinaturas.ForEach(a => a.Receber(new Novidade(organizacaoId, tipo, null)));
                }
            }
        }
    }

    internal void Fechar(Assinatura assinatura)
    {
        lock (_trava)
        {
            if (_porOrganizacao.TryGetValue(assinatura.OrganizacaoId, out var assinaturas) && assinaturas.Remove(assinatura) && assinaturas.Count == 0)
            {
                _porOrganizacao.Remove(assinatura.OrganizacaoId);
            }
        }
    }
}

/// <summary>What one listener has not read yet. A slow one loses hints that say what those before them said.</summary>
public sealed class Assinatura(Assinaturas todas, Guid organizacaoId, Guid pessoaId) : IDisposable
{
    private const int Guardadas = 64;

    private readonly Channel<Novidade> _canal = Channel.CreateBounded<Novidade>(new BoundedChannelOptions(Guardadas) { FullMode = BoundedChannelFullMode.DropWrite });

    public Guid OrganizacaoId => organizacaoId;

    public Guid PessoaId => pessoaId;

    public ValueTask<Novidade> ProximaAsync(CancellationToken ct) => _canal.Reader.ReadAsync(ct);

    public void Dispose() => todas.Fechar(this);

    internal void Receber(Novidade novidade)
    {
        if (novidade.PessoaId is null || novidade.PessoaId == pessoaId)
        {
            _canal.Writer.TryWrite(novidade);
        }
    }
}
