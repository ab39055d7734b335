using CrmVoip.Domain;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>A telephone with whose it is: a button where a call may go there, else why not.</summary>
public sealed record TelefoneParaLigar(TelefoneDoContato Telefone, Guid ContatoId, string Nome, Guid? OportunidadeId = null)
{
    /// <summary>With the extension behind it.</summary>
    public string Escrito => Telefone.Numero is null ? Telefone.Texto : NumeroDeTelefone.Ler(Telefone.Texto) is { Ramal: not null } lido ? lido.ComRamal : Web.Formato.Telefone(Telefone.Numero);
}

public static class TiposDeTelefone
{
    public static string Nome(this TipoDeTelefone tipo) => tipo switch
    {
        TipoDeTelefone.Celular => "Celular",
        TipoDeTelefone.Trabalho => "Trabalho",
        TipoDeTelefone.Casa => "Casa",
        _ => "Outro",
    };
}
