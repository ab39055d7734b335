using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Who asked for a deal, and who was responsável of it when a call was made.</summary>
    public partial class PassagemDeOportunidades : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "pedida_em",
                table: "oportunidades",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pedida_por_id",
                table: "oportunidades",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "responsavel_id",
                table: "ligacoes",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_pedida_por_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "pedida_por_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_responsavel_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "responsavel_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_ligacoes_membros_organizacao_id_responsavel_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "responsavel_id" },
                principalTable: "membros",
                principalColumns: new[] { "organizacao_id", "usuario_id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_oportunidades_membros_organizacao_id_pedida_por_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "pedida_por_id" },
                principalTable: "membros",
                principalColumns: new[] { "organizacao_id", "usuario_id" },
                onDelete: ReferentialAction.Restrict);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ligacoes_membros_organizacao_id_responsavel_id",
                table: "ligacoes");

            migrationBuilder.DropForeignKey(
                name: "fk_oportunidades_membros_organizacao_id_pedida_por_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_pedida_por_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_responsavel_id",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "pedida_em",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "pedida_por_id",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "responsavel_id",
                table: "ligacoes");
        }
    }
}
