using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>
    /// Whose ramal it is: who gave it or what proved it, who switched it off, and its one address in the account; and whether holders
    /// and calls had a ramal of their own. Rows of before are filled by ConferirRamais.
    /// </summary>
    public partial class RamaisConfirmados : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dado_em",
                table: "ramais_voip",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "dado_por",
                table: "ramais_voip",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "desativado_em",
                table: "ramais_voip",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "desativado_por",
                table: "ramais_voip",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "direitos_em",
                table: "ramais_voip",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "endereco",
                table: "ramais_voip",
                type: "character varying(274)",
                maxLength: 274,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prova",
                table: "ramais_voip",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "provado_em",
                table: "ramais_voip",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "confirmado",
                table: "ramais_titulares",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ramal_confirmado",
                table: "ligacoes",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_endereco",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "endereco" },
                unique: true,
                filter: "revogado_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_organizacao_id_dado_por",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "dado_por" });

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_organizacao_id_desativado_por",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "desativado_por" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_ramais_voip_prova",
                table: "ramais_voip",
                sql: "prova in ('senha', 'email')");

            migrationBuilder.AddForeignKey(
                name: "fk_ramais_voip_membros_organizacao_id_dado_por",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "dado_por" },
                principalTable: "membros",
                principalColumns: new[] { "organizacao_id", "usuario_id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_ramais_voip_membros_organizacao_id_desativado_por",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "desativado_por" },
                principalTable: "membros",
                principalColumns: new[] { "organizacao_id", "usuario_id" },
                onDelete: ReferentialAction.Restrict);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ramais_voip_membros_organizacao_id_dado_por",
                table: "ramais_voip");

            migrationBuilder.DropForeignKey(
                name: "fk_ramais_voip_membros_organizacao_id_desativado_por",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_endereco",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_organizacao_id_dado_por",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_organizacao_id_desativado_por",
                table: "ramais_voip");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ramais_voip_prova",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "dado_em",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "dado_por",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "desativado_em",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "desativado_por",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "direitos_em",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "endereco",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "prova",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "provado_em",
                table: "ramais_voip");

            migrationBuilder.DropColumn(
                name: "confirmado",
                table: "ramais_titulares");

            migrationBuilder.DropColumn(
                name: "ramal_confirmado",
                table: "ligacoes");
        }
    }
}
