using CrmVoip.Text;

namespace CrmVoip.Domain.Importacoes;

public enum DestinoDaLinha
{
    Pendente,
    Nova,
    Repetida,
    Recusada,
    Criada,
    Completada,
    Pulada,
    Desfeita,

    /// <summary>It made a contact that was used since, which stays though the import was taken back.</summary>
    Mantida,
}

/// <summary>A row of a spreadsheet as it was read, and what became of it. Numero is the row's in the file.</summary>
public sealed class LinhaDaImportacao(Guid organizacaoId, Guid importacaoId, int numero, string[] celulas) : Entidade(organizacaoId)
{
    public const int MotivoMaximo = 1_000;

    public Guid ImportacaoId { get; private init; } = importacaoId;

    public int Numero { get; private init; } = numero;

    public string[] Celulas { get; private init; } = celulas;

    public DestinoDaLinha Destino { get; private set; }

    /// <summary>In words: why it was refused or skipped, or why what it made stays.</summary>
    public string? Motivo { get; private set; }

    /// <summary>Whom it repeats, or what it made.</summary>
    public Guid? ContatoId { get; private set; }

    /// <summary>Of the contact when it was made: another one tells that somebody changed it.</summary>
    public long? VersaoDoContato { get; private set; }

    public void Esperar() => Ir(DestinoDaLinha.Nova, null, null);

    public void Recusar(string motivo) => Ir(DestinoDaLinha.Recusada, motivo, null);

    public void Repetir(Guid? contatoId, string? motivo) => Ir(DestinoDaLinha.Repetida, motivo, contatoId);

    public void Pular(Guid? contatoId, string? motivo) => Ir(DestinoDaLinha.Pulada, motivo, contatoId);

    public void Completar(Guid contatoId) => Ir(DestinoDaLinha.Completada, null, contatoId);

    public void Criar(Contato contato)
    {
        Ir(DestinoDaLinha.Criada, null, contato.Id);
        VersaoDoContato = contato.Versao;
    }

    public void Desfazer() => (Destino, ContatoId) = (DestinoDaLinha.Desfeita, null);

    public void Manter(string motivo) => (Destino, Motivo) = (DestinoDaLinha.Mantida, motivo);

    private void Ir(DestinoDaLinha destino, string? motivo, Guid? contatoId) =>
        (Destino, Motivo, ContatoId) = (destino, motivo?.Cortado(MotivoMaximo), contatoId);
}
