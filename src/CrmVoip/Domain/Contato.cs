using CrmVoip.Domain.Busca;
using CrmVoip.Text;

namespace CrmVoip.Domain;

/// <summary>
/// A person we sell to. Telefone is the number a call goes to, E.164, null when there is none; TelefoneTexto is how it was
/// typed, or what nobody could read as a number; Numeros are all numbers. The three follow Telefones with every change.
/// </summary>
public sealed class Contato(Guid organizacaoId, string nome) : Entidade(organizacaoId), IPesquisavel
{
    public const int NomeMaximo = 120;
    public const int EmpresaMaximo = 120;
    public const int EmailMaximo = 254;
    public const int TelefoneMaximo = 40;

    private readonly List<TelefoneDoContato> _telefones = [];

    public string Nome { get; private set; } = nome;

    public string? Empresa { get; private set; }

    public string? Email { get; private set; }

    /// <summary>In small letters, by which a contact is known. Computed by the database.</summary>
    public string? EmailMinusculo { get; private init; }

    public string? Telefone { get; private set; }

    public string? TelefoneTexto { get; private set; }

    public string[] Numeros { get; private set; } = [];

    /// <summary>False in a row of a version that knew one telephone a contact: its rows are still to be made.</summary>
    public bool TelefonesProntos { get; private set; } = true;

    public IReadOnlyCollection<TelefoneDoContato> Telefones => _telefones;

    public string? Busca { get; private set; }

    /// <summary>The beginning of Busca, by which lists are ordered. Computed by the database.</summary>
    public string Ordem { get; private init; } = "";

    public TipoPesquisavel TipoPesquisavel => TipoPesquisavel.Contato;

    public ConteudoPesquisavel ConteudoPesquisavel => new([Nome, Empresa, Email, Telefone is null ? TelefoneTexto : null], Numeros.Length > 0 ? Numeros : Telefone is null ? [] : [Telefone]);

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    /// <summary>PostgreSQL's xmin: carried by forms, so that a stale edit is refused.</summary>
    public uint Versao { get; private init; }

    public void Editar(string nome, string? empresa, string? email)
    {
        Nome = nome;
        Empresa = empresa;
        Email = email;
    }

    /// <summary>Of a contact without telephones: what was typed into one field, which may hold several.</summary>
    public void MudarTelefone(string? texto, NumeroDeTelefone? numero)
    {
        var varios = NumeroDeTelefone.LerTodos(texto).ToList();
        if (varios.Count > 1)
        {
            varios.DistinctBy(n => n.E164).Take(TelefoneDoContato.PorContato).ToList().ForEach(n => Incluir(n.ComRamal, n.E164));
        }
        else if (Digitado.Ler(texto) is { } um)
        {
            Incluir(um, numero?.E164);
        }
    }

    public TelefoneDoContato Incluir(string texto, string? e164, TipoDeTelefone? tipo = null)
    {
        var ordem = _telefones.Count == 0 ? 0 : _telefones.Max(t => t.Ordem) + 1;
        var telefone = TelefonesProntos ? new TelefoneDoContato(OrganizacaoId, Id, ordem) : TelefoneDoContato.DoContato(this, ordem);
        telefone.Escrever(texto, e164, tipo ?? TelefoneDoContato.TipoDe(e164));
        telefone.SerPrincipal(_telefones.Count == 0);
        _telefones.Add(telefone);
        Espelhar();
        return telefone;
    }

    /// <summary>Of several numbers those it has not yet, as many as a contact may have.</summary>
    /// <returns>Those that were added.</returns>
    public IReadOnlyList<TelefoneDoContato> IncluirOsQueFaltam(IEnumerable<NumeroDeTelefone> numeros) =>
    [
        .. numeros.Where(n => _telefones.TrueForAll(t => t.Numero != n.E164))
            .DistinctBy(n => n.E164)
            .Take(TelefoneDoContato.PorContato - _telefones.Count)
            .ToList()
            .Select(n => Incluir(n.ComRamal, n.E164)),
    ];

    public void Mudar(TelefoneDoContato telefone, string texto, string? e164, TipoDeTelefone tipo)
    {
        telefone.Escrever(texto, e164, tipo);
        Espelhar();
    }

    public void Remover(TelefoneDoContato telefone)
    {
        _telefones.Remove(telefone);
        if (telefone.Principal && _telefones.Count > 0)
        {
            _telefones.MinBy(t => t.Ordem)!.SerPrincipal(true);
        }

        Espelhar();
    }

    public void TornarPrincipal(TelefoneDoContato telefone)
    {
        _telefones.ForEach(t => t.SerPrincipal(t == telefone));
        Espelhar();
    }

    public void MarcarErrado(TelefoneDoContato telefone, bool errado)
    {
        telefone.SerErrado(errado);
        Espelhar();
    }

    /// <summary>Every telephone of the contact that is one of the numbers.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool NaoLigarPara(IReadOnlyCollection<string> numeros, bool naoLigar)
    {
        var mudam = _telefones.FindAll(t => t.Numero is not null && numeros.Contains(t.Numero) && t.NaoLigar != naoLigar);
        mudam.ForEach(t => t.NaoSeLigar(naoLigar));
        Espelhar();
        return mudam.Count > 0;
    }

    /// <summary>Makes the rows of what a version before kept in the contact itself. Nothing where they are made.</summary>
    public void PreencherTelefones()
    {
        if (TelefonesProntos)
        {
            return;
        }

        if (_telefones.Count == 0)
        {
            var (texto, numero) = (TelefoneTexto, Telefone);
            var lidos = NumeroDeTelefone.LerTodos(texto).ToList();
            if (lidos.Count > 1 && lidos[0].E164 == numero)
            {
                MudarTelefone(texto, lidos[0]);
            }
            else if ((Digitado.Ler(texto) ?? NumeroDeTelefone.Ler(numero)?.Nacional ?? numero) is { } um)
            {
                Incluir(um, numero);
            }
        }

        TelefonesProntos = true;
    }

    // The main one first, then as they were added.
    private void Espelhar()
    {
        var emOrdem = _telefones.OrderByDescending(t => t.Principal).ThenBy(t => t.Ordem).ToList();
        var discado = emOrdem.Find(t => t.Disca);
        Telefone = discado?.Numero;
        TelefoneTexto = (discado ?? emOrdem.Find(t => t.Numero is null))?.Texto;
        string[] numeros = [.. emOrdem.Select(t => t.Numero).OfType<string>().Distinct()];
        if (!Numeros.SequenceEqual(numeros))
        {
            Numeros = numeros;
        }
    }
}
